CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at);

SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece;
