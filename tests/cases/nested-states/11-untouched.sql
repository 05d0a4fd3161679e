SELECT count(*),string_agg(json_object('id',t0.c0,'owner',t0.c1,'balance',t0.c2,'entryCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t1.c0,'amount',t1.c1))) FROM (SELECT t1."id" AS c0,t1."amount" AS c1 FROM "entry" AS t1 WHERE t1."account_id" = t0.c0 ORDER BY t1."id" LIMIT +?2) AS t1)),',') FROM (SELECT t0."id" AS c0,t0."owner" AS c1,t0."balance" AS c2 FROM "account" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT (SELECT count(*) FROM "card" AS t1);
