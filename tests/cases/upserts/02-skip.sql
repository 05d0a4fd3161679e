SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","title") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(t1.value,'$[1]') = 'object' THEN 'untitled' ELSE replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) END FROM json_each(?1) AS t1 WHERE true ON CONFLICT DO NOTHING RETURNING json_object('id',"id",'isbn',"isbn",'title',"title");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
