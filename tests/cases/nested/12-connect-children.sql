INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT CASE WHEN t0."id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "cover" AS t0 ON t0."id" = t1.value->>'$[0]';

UPDATE "cover" AS t0 SET "book_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT CASE WHEN t0."id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."id" = t1.value->>'$[0]';

SELECT CASE WHEN t0."slug" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."slug" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

UPDATE "review" AS t0 SET "book_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT json_object('title',t0."title",'cover',(SELECT json_object('id',t1."id",'color',CASE t1."color" WHEN 1 THEN 'red' WHEN 2 THEN 'blue' END) FROM "cover" AS t1 WHERE t1."book_id" = t0."id" LIMIT 1),'reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t2.c0))) FROM (SELECT t2."id" AS c0 FROM "review" AS t2 WHERE t2."book_id" = t0."id" ORDER BY t2."id" LIMIT +?1) AS t2)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
