SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "word" AS t0 ("word","hits") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("word") DO UPDATE SET "hits"=excluded."hits" RETURNING json_object('word',"word",'hits',"hits");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
