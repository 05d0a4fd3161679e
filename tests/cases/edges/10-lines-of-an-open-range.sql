SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "item" AS t0 ORDER BY t0."id" LIMIT +?1 OFFSET ?2) AS t0;
