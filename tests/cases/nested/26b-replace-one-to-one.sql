SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

SELECT json_array(t0."id",t1.key) FROM json_each(?1) AS t1 CROSS JOIN "cover" AS t0 WHERE t0."book_id" = t1.value->>'$[0]';

DELETE FROM "cover" AS t0 WHERE t0."id" IN (SELECT t1.value->>'$[0]' FROM json_each(?1) AS t1);

INSERT INTO "cover" ("book_id","color") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('cover',(SELECT json_object('id',t1."id",'color',CASE t1."color" WHEN 1 THEN 'red' WHEN 2 THEN 'blue' END) FROM "cover" AS t1 WHERE t1."book_id" = t0."id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
