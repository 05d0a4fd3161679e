SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","shelf","place") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("isbn") DO NOTHING;
