SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

SELECT CASE WHEN t0."book_id" IS NOT NULL THEN json_array(t0."book_id",replace(replace(t0."tag",char(1),char(1)||'1'),char(0),char(1)||'0')) ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "book_tag" AS t0 ON t0."book_id" = t1.value->>'$[0]' AND t0."tag" = replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1));

DELETE FROM "book_tag" AS t0 WHERE (t0."book_id",t0."tag") IN (SELECT t1.value->>'$[0]',replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1);

SELECT CASE WHEN t0."word" IS NOT NULL THEN json_array(replace(replace(t0."word",char(1),char(1)||'1'),char(0),char(1)||'0')) ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "tag" AS t0 ON t0."word" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book_tag" ("book_id","tag") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("book_id",replace(replace("tag",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "cover" ("book_id","color") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('cover',(SELECT json_object('color',CASE t1."color" WHEN 1 THEN 'red' WHEN 2 THEN 'blue' END) FROM "cover" AS t1 WHERE t1."book_id" = t0."id" LIMIT 1),'bookTagCollection',(SELECT json_object('nodes',json_group_array(json_object('tag',t2.c1))) FROM (SELECT t2."tag" AS c1 FROM "book_tag" AS t2 WHERE t2."book_id" = t0."id" ORDER BY t2."book_id",t2."tag" LIMIT +?1) AS t2)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
