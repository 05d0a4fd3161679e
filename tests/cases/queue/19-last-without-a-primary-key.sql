DELETE FROM "place" AS w WHERE (w.rowid) IN (SELECT t0.r FROM (SELECT t0."slot" AS c0,t0.rowid AS r FROM "place" AS t0 ORDER BY t0."slot" DESC,t0.rowid DESC LIMIT +?1) AS t0) RETURNING json_object('slot',"slot",'taken',json(CASE "taken" WHEN 0 THEN 'false' WHEN 1 THEN 'true' END));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
