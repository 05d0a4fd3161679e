UPDATE "book" SET "price"=?1 WHERE "id" = ?2 RETURNING json_array("id");

SELECT json_object('id',t0."id",'price',CASE WHEN t0."price"<0 THEN '-'||(-(t0."price"/100))||CASE WHEN (-(t0."price"%100))<10 THEN '.0' ELSE '.' END||(-(t0."price"%100)) ELSE ((t0."price"/100)||CASE WHEN (t0."price"%100)<10 THEN '.0' ELSE '.' END||(t0."price"%100)) END,'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

SELECT json_object('id',CAST(t0."id" AS TEXT),'book',(SELECT json_object('title',t1."title") FROM "book" AS t1 WHERE t1."id" = t0."book_id" LIMIT 1)) FROM "review" AS t0 WHERE t0."book_id" = ?1;

DELETE FROM "review" WHERE "book_id" = ?1;

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
