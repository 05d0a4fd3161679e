SELECT count(*),string_agg(json_object('id',t0.c0,'b',(t0.c2->?3)),',') FROM (SELECT t0."id" AS c0,t0."doc" AS c2 FROM "item" AS t0 ORDER BY (t0."doc"->>?1),t0."id" LIMIT ?2) AS t0;
