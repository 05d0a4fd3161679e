UPDATE "book" AS w SET "price"=?1 WHERE w."author_id" IN (SELECT t0."id" FROM "author" AS t0 WHERE t0."name" = ?2) RETURNING json_array("id");

SELECT json_object('title',t0."title",'price',CASE WHEN t0."price"<0 THEN '-'||(-(t0."price"/100))||CASE WHEN (-(t0."price"%100))<10 THEN '.0' ELSE '.' END||(-(t0."price"%100)) ELSE ((t0."price"/100)||CASE WHEN (t0."price"%100)<10 THEN '.0' ELSE '.' END||(t0."price"%100)) END,'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

UPDATE "t0" AS w SET "label"=?1 WHERE EXISTS (SELECT 1 FROM "t0" AS t0 WHERE (t0."id" = w."parent_id" AND t0."label" = ?2)) RETURNING json_object('id',"id",'label',"label");

SELECT json_object('id',t0."id") FROM "t0" AS t0 WHERE EXISTS (SELECT 1 FROM "t0" AS t1 WHERE (t1."id" = t0."parent_id" AND EXISTS (SELECT 1 FROM "t0" AS t2 WHERE (t2."id" = t1."parent_id" AND t2."label" = ?1))));

DELETE FROM "t0" AS w WHERE EXISTS (SELECT 1 FROM "t0" AS t0 WHERE (t0."id" = w."parent_id" AND EXISTS (SELECT 1 FROM "t0" AS t1 WHERE (t1."id" = t0."parent_id" AND t1."label" = ?1))));

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
