INSERT INTO author VALUES (1, 'Lem'), (2, 'Butler');
INSERT INTO book (id, title, price, author_id) VALUES (1, 'Solaris', 1.5, 1), (2, 'Kindred', 999.0123456789, 2);
INSERT INTO essay (title, words, tags) VALUES
  ('wild', 'Wild geese and wild ducks', '{"by": 1, "of": ["geese", "$ducks"], "near": [{"who": "Le Guin", "n": 1}]}'),
  ('geese', 'A grey goose', '{"by": "1", "of": ["goose"], "near": []}'),
  ('w*d', 'Ducks only', '{"by": null, "of": []}'),
  ('%', 'wild', NULL);
