DELETE FROM "line" AS w WHERE (w."id") IN (SELECT t0.c0 FROM (SELECT t0."id" AS c0 FROM "line" AS t0 ORDER BY t0."id" DESC LIMIT +?1) AS t0) RETURNING json_object('id',"id",'itemId',"item_id");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
