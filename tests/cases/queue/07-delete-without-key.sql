DELETE FROM "note" AS w WHERE (w.rowid) IN (SELECT t0.r FROM (SELECT t0."body" AS c0,t0.rowid AS r FROM "note" AS t0 ORDER BY t0."body" DESC NULLS FIRST,t0.rowid DESC LIMIT +?1) AS t0) RETURNING json_object('body',"body");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
