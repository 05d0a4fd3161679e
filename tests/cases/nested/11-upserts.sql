INSERT INTO "author" AS t0 ("name","country_code") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("name") DO UPDATE SET "country_code"=excluded."country_code" RETURNING json_array("id");

INSERT INTO "author" AS t0 ("name") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("name") DO NOTHING RETURNING json_array("id");

SELECT CASE WHEN t0."name" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."name" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "review" AS t0 ("book_id","rating","slug") SELECT t1.value->>'$[0]',t1.value->>'$[1]',replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("slug") DO UPDATE SET "book_id"=excluded."book_id","rating"=excluded."rating" RETURNING json_array("id");

INSERT INTO "review" AS t0 ("book_id","rating","slug") SELECT t1.value->>'$[0]',t1.value->>'$[1]',replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("slug") DO UPDATE SET "book_id"=excluded."book_id" RETURNING json_array("id");

SELECT json_object('title',t0."title",'author',(SELECT json_object('id',CAST(t1."id" AS TEXT),'name',t1."name",'countryCode',t1."country_code") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1),'reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t2.c0,'slug',t2.c3,'rating',t2.c2))) FROM (SELECT t2."id" AS c0,t2."slug" AS c3,t2."rating" AS c2 FROM "review" AS t2 WHERE t2."book_id" = t0."id" ORDER BY t2."slug" NULLS LAST,t2."id" LIMIT +?1) AS t2)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
