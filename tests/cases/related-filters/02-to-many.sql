SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE EXISTS (SELECT 1 FROM "book" AS t1 WHERE (t1."author_id" = t0."id" AND t1."price" > ?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "book" AS t1 WHERE (t1."author_id" = t0."id" AND t1."price" > ?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "book" AS t1 WHERE (t1."author_id" = t0."id" AND (t1."price" > ?1) IS NOT TRUE)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE (EXISTS (SELECT 1 FROM "book" AS t1 WHERE t1."author_id" = t0."id") AND NOT EXISTS (SELECT 1 FROM "book" AS t2 WHERE (t2."author_id" = t0."id" AND (t2."price" > ?1) IS NOT TRUE))) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "book" AS t1 WHERE t1."author_id" = t0."id") ORDER BY t0."id" LIMIT +?1) AS t0;
