SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "book" AS t0 WHERE t0."touched" IS NOT NULL ORDER BY t0."id" LIMIT +?1) AS t0;
