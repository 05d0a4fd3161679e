INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1);

PRAGMA defer_foreign_keys = ON;

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1);

SELECT changes();

SELECT json_array(c."author_id") FROM "book" AS c WHERE c."author_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."author_id") LIMIT 1;

SELECT n.key FROM json_each(?1) AS n WHERE json_type(n.value,'$[1]') NOT IN ('null','object') AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = n.value->>'$[1]') ORDER BY n.key LIMIT 1;
