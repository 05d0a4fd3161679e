SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "fee" AS t0 ("id","note") SELECT t1.value->>'$[0]',replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("id") DO UPDATE SET "note"=excluded."note";
