DELETE FROM "parent" WHERE "id" = ?1;

PRAGMA defer_foreign_keys = ON;

DELETE FROM "parent" WHERE "id" = ?1;

SELECT changes();

SELECT json_array(c."parent_id") FROM "child" AS c WHERE c."parent_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "parent" AS p WHERE p."id" = c."parent_id") LIMIT 1;
