INSERT INTO customer VALUES (1, 'Ada', 'GB', 'gold'), (2, 'Grace', 'US', 'basic'), (3, 'Alan', 'GB', 'basic'), (4, 'Edsger', NULL, 'gold');
INSERT INTO purchase VALUES
  (18446744073709551615, 1, 19.99, 1.000000000001, '2024-01-31 10:00:00', '01:02:03', 'a,c', x'00ff', '{"gift": true}'),
  (2, 1, 80.01, 123456789012345678.000000000001, '2024-02-29 11:30:00', '-10:00:00', '', NULL, NULL),
  (10, 2, 0.10, NULL, '2023-12-31 23:59:59', NULL, 'b', x'', '[1, 2]'),
  (9007199254740993, 2, 99999999.99, NULL, '2024-03-01 00:00:00', '00:00:00', 'a,b,c', NULL, '"x"'),
  (7, 4, 10.00, NULL, '2024-03-01 00:00:01', NULL, 'c', NULL, NULL);
INSERT INTO tag VALUES ('x', 1), ('x', 1), ('X', 1), (NULL, NULL), (NULL, NULL), ('y', 2), ('z', 200);
