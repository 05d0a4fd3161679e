INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");
