INSERT INTO author (id, name, country) VALUES
  (1, 'Jane Austen', 'England'),
  (2, 'Herman Melville', 'United States'),
  (3, 'Mary Shelley', 'England'),
  (4, 'Jules Verne', 'France'),
  (5, 'Selma Lagerlöf', 'Sweden');
INSERT INTO book (id, title, year, price, author_id) VALUES
  (1, 'Pride and Prejudice', 1813, 9.90, 1),
  (2, 'Emma', 1815, 8.50, 1),
  (3, 'Moby-Dick', 1851, 12.00, 2),
  (4, 'Frankenstein', 1818, 7.95, 3),
  (5, 'Twenty Thousand Leagues Under the Seas', 1870, 11.25, 4),
  (6, 'Around the World in Eighty Days', 1872, 10.40, 4),
  (7, 'The Wonderful Adventures of Nils', 1906, 13.80, 5);
INSERT INTO review (id, book_id, rating, body, written_at) VALUES
  (1, 1, 5, 'Witty from the first line.', '2024-02-29 12:30:00'),
  (2, 1, 4, NULL, '2024-03-02 08:15:00'),
  (3, 3, 5, 'More about whales than expected.', '2024-03-05 19:00:00'),
  (4, 4, 4, 'The creature deserved better.', '2024-04-01 10:00:00'),
  (5, 5, 5, 'Nemo!', '2024-05-11 21:45:00'),
  (6, 7, 5, 'Read it to the children.', '2024-12-24 17:00:00');
