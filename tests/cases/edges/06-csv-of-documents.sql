SELECT count(*),string_agg(json_object('name',t0.c1,'data',json(t0.c4),'n',(t0.c4->?2)),',') FROM (SELECT t0."name" AS c1,t0."data" AS c4 FROM "item" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;
