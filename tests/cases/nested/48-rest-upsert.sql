INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "author" AS t0 ("name","country_code") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("name") DO UPDATE SET "country_code"=excluded."country_code" RETURNING json_array("id");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',CAST(t0."id" AS TEXT),'name',t0."name",'country_code',t0."country_code",'bookCollection',(SELECT json_group_array(json_object('title',t1.c2)) FROM (SELECT t1."title" AS c2 FROM "book" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "author" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
