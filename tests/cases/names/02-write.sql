INSERT INTO "order" ("id","select","from","node_id") SELECT value->>'$[0]',value->>'$[1]',replace(replace(value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[3]' FROM json_each(?1) RETURNING json_object('id',"id",'select',"select",'from',"from",'nodeId2',"node_id",'and2',"and");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
