INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");
