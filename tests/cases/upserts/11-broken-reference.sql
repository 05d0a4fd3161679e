SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","made_by") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("isbn") DO UPDATE SET "made_by"=excluded."made_by","touched"=CASE WHEN t0."made_by" IS NOT excluded."made_by" THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END;

PRAGMA defer_foreign_keys = ON;

SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("isbn","made_by") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("isbn") DO UPDATE SET "made_by"=excluded."made_by","touched"=CASE WHEN t0."made_by" IS NOT excluded."made_by" THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END;

SELECT changes();

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

SELECT json_array(c."made_by") FROM "book" AS c WHERE c."made_by" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."made_by") LIMIT 1;
