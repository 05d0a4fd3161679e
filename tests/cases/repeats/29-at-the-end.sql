SELECT count(*),string_agg(json_object('id',t0.c0,'name',t0.c1),',') FROM (SELECT t0."id" AS c0,t0."name" AS c1 FROM "author" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;
