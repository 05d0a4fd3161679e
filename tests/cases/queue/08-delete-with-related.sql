SELECT json_object('id',t0."id",'step',(SELECT json_group_array(json_object('place',t1.c1)) FROM (SELECT t1."place" AS c1 FROM "step" AS t1 WHERE t1."job_id" = t0."id" ORDER BY t1."job_id",t1."place" LIMIT +?1) AS t1)) FROM "job" AS t0 WHERE (t0."id") IN (SELECT t2.c0 FROM (SELECT t2."id" AS c0 FROM "job" AS t2 ORDER BY t2."id" LIMIT +?2) AS t2);

DELETE FROM "job" AS w WHERE (w."id") IN (SELECT t0.c0 FROM (SELECT t0."id" AS c0 FROM "job" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0);

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
