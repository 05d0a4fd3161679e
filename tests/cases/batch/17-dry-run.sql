INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'name',t0.c1),',') FROM (SELECT t0."id" AS c0,t0."name" AS c1 FROM "author" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
