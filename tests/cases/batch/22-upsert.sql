SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "author" AS t0 ("name") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("name") DO UPDATE SET "name"=excluded."name" RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

SELECT (SELECT count(*) FROM "book" AS t1 WHERE t1."author_id" = ?1) UNION ALL SELECT * FROM (SELECT json_object('title',t0."title") FROM "book" AS t0 WHERE t0."author_id" = ?1 ORDER BY t0."id" LIMIT +?2);

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
