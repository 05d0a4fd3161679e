CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at);

SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece;

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_object('id',"id",'title',"title",'price',CASE WHEN "price">='1' THEN ltrim(substr("price",2,29),'0')||substr("price",31,1)||'.'||substr("price",32,10) WHEN "price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr("price",2,18),99999999999-substr("price",20,11)),'0'),printf('%01d',9-substr("price",31,1)),printf('%010d',9999999999-substr("price",32,10))) END,'authorId',CAST("author_id" AS TEXT),'facts',json("facts"));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;

DELETE FROM _ws_idempotency WHERE key = ?1 OR key IN (SELECT key FROM _ws_idempotency WHERE at < ?2 ORDER BY at LIMIT 50);

INSERT INTO _ws_idempotency (key, piece, at, request, reply, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
