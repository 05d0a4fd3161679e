INSERT INTO "claim" ("falsehood","nullable","true_at","null","state") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]',CASE WHEN json_type(value,'$[3]') = 'object' THEN NULL ELSE value->>'$[3]' END,CASE WHEN json_type(value,'$[4]') = 'object' THEN 1 ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_object('id',"id",'state',CASE "state" WHEN 1 THEN 'open' WHEN 2 THEN 'nullified' END);

SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "claim" AS t0 ("falsehood","nullable","true_at","null") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]',t1.value->>'$[2]',t1.value->>'$[3]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("falsehood") DO UPDATE SET "true_at"=excluded."true_at","null"=excluded."null" RETURNING json_object('nullable',"nullable",'trueAt',"true_at",'null',"null");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
