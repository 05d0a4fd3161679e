SELECT (SELECT count(*) FROM "book" AS t1);

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT (SELECT count(*) FROM "review" AS t1);
