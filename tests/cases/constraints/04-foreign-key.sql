INSERT INTO "child" ("parent_id","amount","created") SELECT value->>'$[0]',value->>'$[1]',strftime('%Y-%m-%dT%H:%M:%S','now') FROM json_each(?1);

PRAGMA defer_foreign_keys = ON;

INSERT INTO "child" ("parent_id","amount","created") SELECT value->>'$[0]',value->>'$[1]',strftime('%Y-%m-%dT%H:%M:%S','now') FROM json_each(?1);

SELECT changes();

SELECT json_array(c."parent_id") FROM "child" AS c WHERE c."parent_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "parent" AS p WHERE p."id" = c."parent_id") LIMIT 1;
