SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" IN (SELECT value FROM json_each(?1));

INSERT INTO "author" AS t0 ("name") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("name") DO UPDATE SET "name"=excluded."name" RETURNING json_array("id");

UPDATE "book" AS t0 SET "author_id"=t1.value->>'$[1]' FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT json_object('id',t0."id",'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
