CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at);

SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece;

INSERT INTO "book" ("author_id","title") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

PRAGMA defer_foreign_keys = ON;

INSERT INTO "book" ("author_id","title") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT json_array(c."author_id") FROM "book" AS c WHERE c."author_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."author_id") LIMIT 1;
