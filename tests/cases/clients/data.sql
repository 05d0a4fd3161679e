INSERT INTO author VALUES (1, 'Ursula', 'US', NULL), (2, 'Stanislaw', 'PL', 1), (3, 'Octavia', NULL, 1);
INSERT INTO book VALUES
  (1, 1, 'The Dispossessed', 1974, '9.99', 0.5, 9007199254740993, 'paper', 'A-5', 'new,sale', '{"pages": 341}', '1974-05-01 10:30:00'),
  (2, 1, 'The Lathe of Heaven', 1971, '7.50', NULL, 1, 'audio', NULL, '', NULL, '1971-03-01 00:00:00'),
  (3, 2, 'Solaris', 1961, '12.00', 0.25, 2, 'paper', 'A-4', 'sale', '[1, 2]', NULL);
INSERT INTO book_text VALUES (1, 'There was a wall.');
INSERT INTO vote VALUES (1, 'ann', 5), (1, 'bob', 4), (3, 'ann', 3);
INSERT INTO log_line VALUES ('started', '2024-01-01 00:00:00');
