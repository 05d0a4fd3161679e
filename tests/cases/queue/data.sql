INSERT INTO job (id, queue, slot, urgency) VALUES
  (1, 'mail', 50, 0.5), (2, 'mail', 40, 2.5), (3, 'print', 30, 9), (4, 'mail', 20, 2.5), (5, 'mail', NULL, 1), (6, 'mail', NULL, 7);
INSERT INTO step VALUES (1, 1, 'write'), (1, 2, 'send'), (2, 1, 'write'), (2, 2, 'send'), (3, 1, 'print'), (4, 1, 'write');
INSERT INTO note VALUES ('a'), ('b'), ('a'), (NULL);
INSERT INTO place (slot) VALUES (3), (1), (2);
