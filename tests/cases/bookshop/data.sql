INSERT INTO author (id, name, country) VALUES
  (1, 'Ursula K. Le Guin', 'US'), (2, 'Stanisław Lem', 'PL'), (3, 'Anonymous', NULL);
INSERT INTO book (id, author_id, title, year, price, available) VALUES
  (1, 1, 'The Dispossessed', 1974, 9.99, 1), (2, 1, 'The Left Hand of Darkness', 1969, 8.50, 1),
  (3, 2, 'Solaris', 1961, 7.25, 0), (4, 2, 'The Cyberiad', 1965, 12.00, 1), (5, 3, 'Beowulf', NULL, 0.00, 1);
INSERT INTO review VALUES
  (1, 1, 5, 'Brilliant'), (2, 1, 4, NULL), (3, 3, 5, 'It''s "deep"\n'), (4, 3, 2, ''), (5, 4, 5, 'Trurl & Klapaucius');
