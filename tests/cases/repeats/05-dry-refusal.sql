DELETE FROM "author" WHERE "id" = ?1;

PRAGMA defer_foreign_keys = ON;

DELETE FROM "author" WHERE "id" = ?1;

SELECT changes();

SELECT json_array(c."author_id") FROM "book" AS c WHERE c."author_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."author_id") LIMIT 1;
