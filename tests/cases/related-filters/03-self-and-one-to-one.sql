SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE EXISTS (SELECT 1 FROM "author" AS t1 WHERE (t1."mentor_id" = t0."id" AND EXISTS (SELECT 1 FROM "author" AS t2 WHERE t2."mentor_id" = t1."id"))) ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE t0."mentor_id" IN (SELECT t1."id" FROM "author" AS t1 WHERE t1."mentor_id" IN (SELECT t2."id" FROM "author" AS t2 WHERE t2."name" = ?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE EXISTS (SELECT 1 FROM "profile" AS t1 WHERE (t1."author_id" = t0."id" AND t1."bio" IS NOT NULL)) ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "profile" AS t1 WHERE t1."author_id" = t0."id") ORDER BY t0."id" LIMIT +?1) AS t0;
