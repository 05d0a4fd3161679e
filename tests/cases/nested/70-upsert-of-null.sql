INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("isbn","title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[2]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" AS t0 ("isbn","title","author_id") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("isbn") DO NOTHING RETURNING json_array("id");

SELECT CASE WHEN t0."isbn" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "book" AS t0 ON t0."isbn" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "review" ("book_id","rating","slug") SELECT value->>'$[0]',value->>'$[1]',replace(replace(value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('rating',t0."rating",'book',(SELECT json_object('isbn',t1."isbn",'title',t1."title") FROM "book" AS t1 WHERE t1."id" = t0."book_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "review" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
