-- Behind the rows, whose keys were given.
SELECT setval(pg_get_serial_sequence('author', 'id'), max(id)) FROM author;
SELECT setval(pg_get_serial_sequence('book', 'id'), max(id)) FROM book;
SELECT setval(pg_get_serial_sequence('review', 'id'), max(id)) FROM review;
VACUUM ANALYZE;
