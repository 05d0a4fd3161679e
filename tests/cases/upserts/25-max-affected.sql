INSERT INTO "word" ("word") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1);

SELECT changes();
