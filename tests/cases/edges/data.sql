INSERT INTO item (name, weight, price, data, `and`, `a.b`) VALUES
  ('bolt', 3, '1.5', '"1"', 1, 9),
  ('nut', 1, '2.5', '{"n": 1}', 2, 10),
  ('nail', 1, '2.5', 'null', 2, 11);
INSERT INTO line (id, item_id) VALUES (1, 1), (2, 1), (3, 2);
