DELETE FROM "author" AS w WHERE (NOT EXISTS (SELECT 1 FROM "book" AS t0 WHERE t0."author_id" = w."id") AND NOT EXISTS (SELECT 1 FROM "author" AS t1 WHERE t1."mentor_id" = w."id")) RETURNING json_object('name',"name");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
