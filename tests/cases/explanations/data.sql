INSERT INTO author (id, name) VALUES (1, 'Ursula'), (2, 'Iain');
INSERT INTO book (id, author_id, title, serial, cover) VALUES (1, 1, 'The Dispossessed', 9223372036854775807, x'01'), (2, 2, 'Matter', 1, NULL);
