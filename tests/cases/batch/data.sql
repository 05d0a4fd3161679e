INSERT INTO author VALUES (1, 'Lem'), (2, 'Butler');
INSERT INTO book (id, title, price, author_id) VALUES (1, 'Solaris', 1.5, 1), (2, 'Kindred', 999.0123456789, 2);
