SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book_author" AS t0 ("book_id","author_id") SELECT t1.value->>'$[0]',t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("book_id","author_id") DO UPDATE SET "book_id"=excluded."book_id","author_id"=excluded."author_id";

SELECT changes();

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
