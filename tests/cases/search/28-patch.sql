UPDATE "book" SET "title"=?1 WHERE "book"."id" IN (SELECT rowid FROM "_ws_fts.book." WHERE "_ws_fts.book." MATCH ?2) RETURNING json_object('id',CAST("id" AS TEXT),'title',"title");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
