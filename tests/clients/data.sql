INSERT INTO author VALUES (1, 'Ursula', 'US', '1929-10-21', NULL), (2, 'Stanislaw', 'PL', '1921-09-12', 1), (3, 'Octavia', NULL, NULL, 1);
INSERT INTO book VALUES
  (1, 1, 'The Dispossessed', 1974, '9.99', 0.5, 9007199254740993, 'paper', 'A-5', 'new,sale', NULL, 1, NULL, '{"pages": 341}', '09:30:00', '1974-05-01 10:30:00', '2024-05-01 10:30:00'),
  (2, 1, 'The Lathe of Heaven', 1971, '7.50', NULL, 1, 'audio', NULL, '', 'used', 1, 'abc', NULL, NULL, '1971-03-01 00:00:00', NULL),
  (3, 2, 'Solaris', 1961, '12.00', 0.25, 2, 'paper', 'A-4', 'sale', NULL, 0, NULL, '[1, 2]', NULL, NULL, NULL);
INSERT INTO book_text VALUES (1, 'There was a wall.');
INSERT INTO vote VALUES (1, 'ann', 5), (1, 'bob', 4), (3, 'ann', 3);
INSERT INTO place VALUES (18446744073709551615, ST_GeomFromText('POINT(1 2)'));
INSERT INTO log_line VALUES ('started', '2024-01-01 00:00:00');
