INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "author" ("name","country_code") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT CASE WHEN t0."name" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."name" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book" ("isbn","title","price","author_id","editor_id") SELECT CASE WHEN json_type(value,'$[0]') = 'object' THEN NULL ELSE replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END,value->>'$[3]',CASE WHEN json_type(value,'$[4]') = 'object' THEN NULL ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "author" ("name","country_code") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT CASE WHEN t0."name" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."name" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book" ("isbn","title","price","author_id","editor_id") SELECT CASE WHEN json_type(value,'$[0]') = 'object' THEN NULL ELSE replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END,value->>'$[3]',CASE WHEN json_type(value,'$[4]') = 'object' THEN NULL ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("isbn","title","price","author_id","editor_id") SELECT CASE WHEN json_type(value,'$[0]') = 'object' THEN NULL ELSE replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END,value->>'$[3]',CASE WHEN json_type(value,'$[4]') = 'object' THEN NULL ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_array("id");
