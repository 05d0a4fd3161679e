SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book_author" AS t0 ("book_id","author_id") SELECT t1.value->>'$[0]',t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("book_id","author_id") DO UPDATE SET "book_id"=excluded."book_id","author_id"=excluded."author_id" RETURNING json_array("book_id","author_id");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

SELECT json_object('bookId',t0."book_id",'authorId',t0."author_id",'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book_author" AS t0 ON t0."book_id" = k.value->>0 AND t0."author_id" = k.value->>1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
