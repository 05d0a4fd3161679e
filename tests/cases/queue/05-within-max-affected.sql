UPDATE "job" AS w SET "queue"=?1 WHERE (w."id") IN (SELECT t0.c0 FROM (SELECT t0."slot" AS c2,t0."id" AS c0 FROM "job" AS t0 ORDER BY t0."slot" DESC,t0."id" DESC LIMIT +?2) AS t0) RETURNING json_array("id");

SELECT json_object('id',t0."id",'queue',t0."queue",'step',(SELECT json_group_array(json_object('what',t1.c2)) FROM (SELECT t1."what" AS c2 FROM "step" AS t1 WHERE t1."job_id" = t0."id" ORDER BY t1."job_id",t1."place" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "job" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
