INSERT INTO author (id, name) VALUES (1, 'Le Guin'), (2, 'Lem');
INSERT INTO book (id, author_id, title, price) VALUES (1, 1, 'The Dispossessed', 9.99), (2, 2, 'Solaris', NULL);
