SELECT json_object('name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

SELECT json_object('name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

SELECT json_object('name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
