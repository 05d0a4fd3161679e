INSERT INTO account VALUES (1, 'Lem', 10), (2, 'Butler', 20);
INSERT INTO card VALUES (1, 'blue', 1), (2, 'red', 2);
INSERT INTO entry VALUES (1, 5, 1);
