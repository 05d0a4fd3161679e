INSERT INTO "bare" ("word","document") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END FROM json_each(?1);

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
