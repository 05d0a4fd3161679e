SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "reading" AS t0 WHERE t0."at" <> ?1 ORDER BY t0."id" LIMIT +?2) AS t0;
