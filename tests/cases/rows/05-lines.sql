SELECT count(*),string_agg(json_object('id',t0.c0,'name',t0.c2,'doc',json(t0.c8)),',') FROM (SELECT t0."id" AS c0,t0."name" AS c2,t0."doc" AS c8 FROM "item" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;
