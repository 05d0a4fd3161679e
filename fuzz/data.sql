INSERT INTO author VALUES (1, 'Ann', NULL), (2, 'Bob', 1), (3, 'Óscar, "O"', 1);
INSERT INTO book (id, author_id, editor_id, title, year, price, exact, ok, big, kind, tags, data, raw, at, took, ratio) VALUES
  (1, 1, 2, 'A', 1999, 9.99, 1.5, 1, 18446744073709551615, 'novel', 'a,b', '{"a":[1,{"b":null}]}', 'x', '2020-01-02 03:04:05.678', '-01:02:03', 0.1),
  (2, 1, NULL, 'b', NULL, 0, NULL, 0, 0, NULL, '', '[]', NULL, NULL, '838:59:59', -1e300),
  (3, 2, 1, 'C%_\\', 2001, 12.5, -3, NULL, 5, 'essay', NULL, NULL, 'yz', NULL, NULL, NULL);
INSERT INTO shelf VALUES (1, 1, 1), (1, 2, NULL), (2, 1, 1);
INSERT INTO log VALUES ('x'), (NULL);
