DELETE FROM "book" WHERE "author_id" = ?1;

SELECT changes();
