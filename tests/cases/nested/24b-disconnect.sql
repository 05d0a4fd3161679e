SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."title" = ?1;

SELECT CASE WHEN t0."book_id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."book_id" = t1.value->>'$[0]' AND t0."slug" = replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1));

UPDATE "review" AS t0 SET "book_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT CASE WHEN t0."book_id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."book_id" = t1.value->>'$[0]' AND t0."slug" = replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1));

DELETE FROM "review" AS t0 WHERE t0."id" IN (SELECT t1.value->>'$[0]' FROM json_each(?1) AS t1);

INSERT INTO "review" ("book_id","rating","slug") SELECT value->>'$[0]',value->>'$[1]',replace(replace(value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('slug',t1.c3))) FROM (SELECT t1."slug" AS c3 FROM "review" AS t1 WHERE t1."book_id" = t0."id" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
