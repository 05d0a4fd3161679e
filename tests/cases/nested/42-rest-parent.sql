INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "author" ("name","country_code") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('title',t0."title",'author',(SELECT json_object('name',t1."name",'country',(SELECT json_object('code',t2."code") FROM "country" AS t2 WHERE t2."code" = t1."country_code" LIMIT 1)) FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
