SELECT json_object('bad',t0."title",'id',t0."id"),json_array(t0."id",replace(replace(t0."title",char(1),char(1)||'1'),char(0),char(1)||'0'),replace(replace(t0."words",char(1),char(1)||'1'),char(0),char(1)||'0'),t0."tags") FROM "essay" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO "essay" ("title") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',"id",'title',"title",'words',"words",'tags',json("tags"));
