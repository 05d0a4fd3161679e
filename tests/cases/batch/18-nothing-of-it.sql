SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
