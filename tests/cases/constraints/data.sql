INSERT INTO parent VALUES (1, 'a'), (2, 'b');
INSERT INTO child (parent_id, amount, low, high) VALUES (1, 1.00, 1, 2);
