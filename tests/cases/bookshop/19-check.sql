INSERT INTO "review" ("book_id","rating") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM (SELECT max(seq) AS seq FROM _ws_log) WHERE seq > ?1 RETURNING seq;
