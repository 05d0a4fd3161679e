SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("id","isbn","stock") SELECT t1.value->>'$[0]',replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(t1.value,'$[2]') = 'object' THEN CASE WHEN t2."id" IS NOT NULL AND t1.value->>'$[2]' = '{}' THEN t2."stock" ELSE -9223372036854775801 END ELSE t1.value->>'$[2]' END FROM json_each(?1) AS t1 LEFT JOIN "book" AS t2 ON t2."id" = t1.value->>'$[0]' WHERE true ON CONFLICT ("id") DO UPDATE SET "isbn"=excluded."isbn","stock"=excluded."stock","touched"=CASE WHEN (t0."isbn" COLLATE BINARY IS NOT excluded."isbn" OR t0."stock" IS NOT excluded."stock") THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END RETURNING json_object('isbn',"isbn",'title',"title",'stock',CASE WHEN "stock" IS NOT NULL THEN printf('%u',("stock"|-9223372036854775808)-("stock"&-9223372036854775808)) END);

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
