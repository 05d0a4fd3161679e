INSERT INTO author (id, name) VALUES (1, 'Le Guin'), (2, 'Lem');
INSERT INTO book VALUES (1, 1, 'The Dispossessed', 12345678901234567890.0123456789, 18446744073709551615, 'novel', 'a,b', x'00ff', NULL, '-12:30:00', '{"n": 1.10}');
INSERT INTO book (id, author_id, title) VALUES (2, 2, 'Solaris');
INSERT INTO account VALUES ('ann', 'x1', 10.00, 'own'), ('bob', 'x1', 5.00, NULL);
