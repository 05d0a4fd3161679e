DELETE FROM "step" AS w WHERE (w."job_id",w."place") IN (SELECT t0.c0,t0.c1 FROM (SELECT t0."job_id" AS c0,t0."place" AS c1 FROM "step" AS t0 WHERE t0."what" = ?1 ORDER BY t0."job_id" DESC,t0."place" LIMIT +?2) AS t0) RETURNING json_object('jobId',"job_id",'place',"place");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
