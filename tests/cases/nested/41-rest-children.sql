INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "review" ("book_id","rating") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('name',t0."name",'bookCollection',(SELECT json_group_array(json_object('title',t1.c2,'review',(SELECT json_group_array(json_object('rating',t2.c2)) FROM (SELECT t2."rating" AS c2 FROM "review" AS t2 WHERE t2."book_id" = t1.c0 ORDER BY t2."id" LIMIT +?2) AS t2))) FROM (SELECT t1."title" AS c2,t1."id" AS c0 FROM "book" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?3) AS k CROSS JOIN "author" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
