DELETE FROM "film" WHERE "film_id" = ?1;

PRAGMA defer_foreign_keys = ON;

DELETE FROM "film" WHERE "film_id" = ?1;

SELECT changes();

SELECT json_array(c."manager_id") FROM "staff" AS c WHERE c."manager_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "staff" AS p WHERE p."staff_id" = c."manager_id") LIMIT 1;

SELECT json_array(c."language_id") FROM "film" AS c WHERE c."language_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "language" AS p WHERE p."language_id" = c."language_id") LIMIT 1;

SELECT json_array(c."original_language_id") FROM "film" AS c WHERE c."original_language_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "language" AS p WHERE p."language_id" = c."original_language_id") LIMIT 1;

SELECT json_array(c."film_id") FROM "film_text" AS c WHERE c."film_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "film" AS p WHERE p."film_id" = c."film_id") LIMIT 1;

SELECT json_array(c."film_id") FROM "cast_member" AS c WHERE c."film_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "film" AS p WHERE p."film_id" = c."film_id") LIMIT 1;
