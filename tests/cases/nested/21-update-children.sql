SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."isbn" IN (SELECT replace(replace(value,char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1));

SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "review" AS t0 WHERE t0."book_id" = t1.value->>'$[0]' AND t0."rating" >= ?1;

UPDATE "review" AS t0 SET "rating"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

INSERT INTO "remark" ("review_id","body") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(rowid);

SELECT json_object('title',t0."title",'reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t1.c0,'rating',t1.c2,'remarkCollection',(SELECT json_object('nodes',json_group_array(json_object('body',t2.c1))) FROM (SELECT t2."body" AS c1 FROM "remark" AS t2 WHERE t2."review_id" = t1.c0 ORDER BY t2.rowid LIMIT +?2) AS t2)))) FROM (SELECT t1."id" AS c0,t1."rating" AS c2 FROM "review" AS t1 WHERE t1."book_id" = t0."id" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?3) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
