INSERT INTO "parent" ("id","code") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1);
