SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","stock","shelf","place") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]',replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[3]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("shelf","place") DO UPDATE SET "stock"=excluded."stock","touched"=CASE WHEN t0."stock" IS NOT excluded."stock" THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END RETURNING json_object('id',"id",'stock',CASE WHEN "stock" IS NOT NULL THEN printf('%u',("stock"|-9223372036854775808)-("stock"&-9223372036854775808)) END);

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
