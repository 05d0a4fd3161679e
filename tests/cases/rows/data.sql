INSERT INTO shelf (id, label) VALUES (1, 'first, with "quotes"'), (2, '');
INSERT INTO item (id, shelf_id, name, price, stock, sold, day, tags, doc, picture) VALUES
 (1, 1, 'plain', '1.5000', 1, TRUE, '2024-02-29', 'a,c', '{"a":[1,null]}', x'00ff'),
 (2, 1, '', NULL, 18446744073709551615, FALSE, NULL, '', 'null', x''),
 (3, NULL, NULL, '-0.0001', NULL, NULL, '1000-01-01', NULL, NULL, NULL),
 (4, 2, 'NULL', '1.5000', 0, TRUE, '9999-12-31', 'b', '"text"', x'2c22'),
 (5, 2, ' spaces ', '9999999999999999.9999', 7, FALSE, '2024-01-01', 'a', '{"a": null, "b": "x,\\"y\\""}', NULL),
 (6, 2, 'two
lines; "and", more', NULL, 7, NULL, NULL, NULL, '[]', NULL);
INSERT INTO note (line, n) VALUES ('x', 1), ('x', 1), (NULL, NULL);
