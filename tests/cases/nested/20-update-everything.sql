SELECT json_array(t0."id",t0."author_id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."isbn" = ?1;

SELECT json_array(t0."id",t1.key) FROM json_each(?1) AS t1 CROSS JOIN "author" AS t0 WHERE t0."id" = t1.value->>'$[0]';

INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

UPDATE "author" AS t0 SET "name"=replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),"country_code"=replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

UPDATE "book" AS t0 SET "title"=replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),"editor_id"=t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT json_array(t0."id",t1.key) FROM json_each(?1) AS t1 CROSS JOIN "cover" AS t0 WHERE t0."book_id" = t1.value->>'$[0]';

UPDATE "cover" AS t0 SET "color"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT CASE WHEN t0."slug" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."slug" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

UPDATE "review" AS t0 SET "book_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

INSERT INTO "review" ("book_id","rating") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('title',t0."title",'author',(SELECT json_object('name',t1."name",'country',(SELECT json_object('name',t2."name") FROM "country" AS t2 WHERE t2."code" = t1."country_code" LIMIT 1)) FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1),'editor',(SELECT json_object('name',t3."name") FROM "author" AS t3 WHERE t3."id" = t0."editor_id" LIMIT 1),'cover',(SELECT json_object('color',CASE t4."color" WHEN 1 THEN 'red' WHEN 2 THEN 'blue' END) FROM "cover" AS t4 WHERE t4."book_id" = t0."id" LIMIT 1),'reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t5.c0,'rating',t5.c2,'slug',t5.c3))) FROM (SELECT t5."id" AS c0,t5."rating" AS c2,t5."slug" AS c3 FROM "review" AS t5 WHERE t5."book_id" = t0."id" ORDER BY t5."id" LIMIT +?1) AS t5)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
