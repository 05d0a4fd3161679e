SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "excluded" AS t0 ("id","value","key") SELECT t1.value->>'$[0]',CASE WHEN json_type(t1.value,'$[1]') = 'object' THEN CASE WHEN t2."id" IS NOT NULL AND t1.value->>'$[1]' = '{}' THEN t2."value" ELSE NULL END ELSE replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,CASE WHEN json_type(t1.value,'$[2]') = 'object' THEN CASE WHEN t2."id" IS NOT NULL AND t1.value->>'$[2]' = '{}' THEN t2."key" ELSE NULL END ELSE replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) END FROM json_each(?1) AS t1 LEFT JOIN "excluded" AS t2 ON t2."id" = t1.value->>'$[0]' WHERE true ON CONFLICT ("id") DO UPDATE SET "value"=excluded."value","key"=excluded."key" RETURNING json_object('id',"id",'value',"value",'key',"key");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
