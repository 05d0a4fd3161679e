SELECT json_object('id',CAST(t0."id" AS TEXT),'name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO "shelf" ("room","place") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array(replace(replace("room",char(1),char(1)||'1'),char(0),char(1)||'0'),"place");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',CAST(t0."id" AS TEXT),'name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO "shelf" ("room","place") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array(replace(replace("room",char(1),char(1)||'1'),char(0),char(1)||'0'),"place");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");
