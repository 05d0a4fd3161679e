INSERT INTO author (name) VALUES ('Ann'), ('Bob');
INSERT INTO book (isbn, title, price, stock, shelf, place) VALUES
  ('0001', 'One', '1.1000000000', 18446744073709551615, 'A', 1),
  ('0002', 'Two', NULL, 2, 'A', 2);
INSERT INTO book_author VALUES (1, 1);
INSERT INTO word (word) VALUES ('Hello');
INSERT INTO excluded VALUES (1, 'one', 'k');
