UPDATE "book" AS w SET "title"=?1 WHERE (w."price" > ?2 AND w."author_id" IN (SELECT t0."id" FROM "author" AS t0 WHERE t0."name" = ?3)) RETURNING json_array("id");

SELECT json_object('title',t0."title",'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE (t1."id" = t0."author_id" AND t1."name" = ?1) LIMIT 1)) FROM json_each(?2) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
