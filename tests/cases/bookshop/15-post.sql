INSERT INTO "review" ("book_id","rating","body") SELECT value->>'$[0]',value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE replace(replace(value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) END FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'bookId',"book_id",'rating',"rating",'body',"body");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
