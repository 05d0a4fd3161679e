CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at);

SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece;

UPDATE "book" SET "title"=?1 WHERE "id" = ?2 RETURNING json_object('id',"id",'authorId',"author_id",'title',"title",'price',CASE WHEN "price">='1' THEN ltrim(substr("price",2,19),'0')||substr("price",21,1)||'.'||substr("price",22,10) WHEN "price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%01d',999999999999999999-substr("price",2,18),9-substr("price",20,1)),'0'),printf('%01d',9-substr("price",21,1)),printf('%010d',9999999999-substr("price",22,10))) END),json_array("id","author_id",replace(replace("title",char(1),char(1)||'1'),char(0),char(1)||'0'),"price");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;

DELETE FROM _ws_idempotency WHERE key = ?1 OR key IN (SELECT key FROM _ws_idempotency WHERE at < ?2 ORDER BY at LIMIT 50);

INSERT INTO _ws_idempotency (key, piece, at, request, reply, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
