INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id","editor_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");

PRAGMA defer_foreign_keys = ON;

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id","editor_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id","editor_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");

SELECT json_array(replace(replace(c."country_code",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS c WHERE c."country_code" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "country" AS p WHERE p."code" = c."country_code") LIMIT 1;

SELECT json_array(c."author_id") FROM "book" AS c WHERE c."author_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."author_id") LIMIT 1;

SELECT json_array(c."editor_id") FROM "book" AS c WHERE c."editor_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "author" AS p WHERE p."id" = c."editor_id") LIMIT 1;

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id","editor_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id","editor_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");
