SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "account" AS t0 ("owner","branch","balance") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),unhex(t1.value->>'$[1]'),t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("owner","branch") DO NOTHING;

SELECT changes();

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
