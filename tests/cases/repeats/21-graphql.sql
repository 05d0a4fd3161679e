CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at);

SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece;

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',"id",'name',"name");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;

DELETE FROM _ws_idempotency WHERE key = ?1 OR key IN (SELECT key FROM _ws_idempotency WHERE at < ?2 ORDER BY at LIMIT 50);

INSERT INTO _ws_idempotency (key, piece, at, request, reply, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
