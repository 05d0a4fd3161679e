SELECT json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 2;

SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "author" AS t0 ("id","name") SELECT t1.value->>'$[0]',replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("id") DO UPDATE SET "name"=excluded."name" RETURNING json_object('id',"id",'name',"name"),json_array("id",replace(replace("name",char(1),char(1)||'1'),char(0),char(1)||'0'));

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
