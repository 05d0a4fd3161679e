INSERT INTO "used" ("id","n") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1);

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
