UPDATE "language" SET "language_id"=?1 WHERE "name" = ?2 RETURNING json_array("language_id");

SELECT json_object('languageId',t0."language_id",'filmCollection',(SELECT json_object('nodes',json_group_array(json_object('title',t1.c1,'languageId',t1.c2))) FROM (SELECT t1."title" AS c1,t1."language_id" AS c2 FROM "film" AS t1 WHERE t1."language_id" = t0."language_id" ORDER BY t1."film_id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "language" AS t0 ON t0."language_id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
