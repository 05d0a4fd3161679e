SELECT json_array(t0."id",t0."editor_id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

UPDATE "book" AS t0 SET "editor_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

DELETE FROM "author" AS t0 WHERE t0."id" IN (SELECT t1.value->>'$[0]' FROM json_each(?1) AS t1);

PRAGMA defer_foreign_keys = ON;

SELECT json_array(t0."id",t0."editor_id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

UPDATE "book" AS t0 SET "editor_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

DELETE FROM "author" AS t0 WHERE t0."id" IN (SELECT t1.value->>'$[0]' FROM json_each(?1) AS t1);

SELECT json_array(replace(replace(c."country_code",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS c WHERE c."country_code" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "country" AS p WHERE p."code" = c."country_code") LIMIT 1;

SELECT json_array(c."author_id") FROM "book" AS c WHERE c."author_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."author_id") LIMIT 1;

SELECT json_array(t0."id",t0."editor_id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

UPDATE "book" AS t0 SET "editor_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

DELETE FROM "author" AS t0 WHERE t0."id" IN (SELECT t1.value->>'$[0]' FROM json_each(?1) AS t1);
