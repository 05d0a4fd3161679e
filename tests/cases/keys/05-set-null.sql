SELECT json_object('name',t0."name",'staffCollection',(SELECT json_object('nodes',json_group_array(json_object('name',t1.c1))) FROM (SELECT t1."name" AS c1 FROM "staff" AS t1 WHERE t1."manager_id" = t0."staff_id" ORDER BY t1."staff_id" LIMIT +?1) AS t1)) FROM "staff" AS t0 WHERE t0."staff_id" = ?2;

DELETE FROM "staff" WHERE "staff_id" = ?1;

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
