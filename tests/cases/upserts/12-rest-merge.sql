SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","title","shelf") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(t1.value,'$[1]') = 'object' THEN CASE WHEN t2."isbn" IS NOT NULL AND t1.value->>'$[1]' = '{}' THEN t2."title" ELSE 'untitled' END ELSE replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,CASE WHEN json_type(t1.value,'$[2]') = 'object' THEN CASE WHEN t2."isbn" IS NOT NULL AND t1.value->>'$[2]' = '{}' THEN t2."shelf" ELSE NULL END ELSE replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) END FROM json_each(?1) AS t1 LEFT JOIN "book" AS t2 ON t2."isbn" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) WHERE true ON CONFLICT ("isbn") DO UPDATE SET "title"=excluded."title","shelf"=excluded."shelf","touched"=CASE WHEN (t0."title" COLLATE BINARY IS NOT excluded."title" OR t0."shelf" COLLATE BINARY IS NOT excluded."shelf") THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END RETURNING json_object('id',"id",'title',"title",'shelf',"shelf");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
