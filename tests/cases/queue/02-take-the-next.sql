UPDATE "job" AS w SET "state"=?1 WHERE (w."id") IN (SELECT t0.c0 FROM (SELECT t0."urgency" AS c3,t0."id" AS c0 FROM "job" AS t0 WHERE (t0."queue" = ?2 AND t0."state" = ?3) ORDER BY t0."urgency" DESC,t0."id" DESC LIMIT +?4 OFFSET ?5) AS t0) RETURNING json_object('id',"id",'state',CASE "state" WHEN 1 THEN 'waiting' WHEN 2 THEN 'running' WHEN 3 THEN 'done' END);

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
