SELECT json_object('id',CAST(t0."id" AS TEXT)),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO "shelf" ("room","place") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array(replace(replace("room",char(1),char(1)||'1'),char(0),char(1)||'0'),"place");

INSERT INTO "book" ("title","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "filing" ("room","place","book_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]' FROM json_each(?1) RETURNING json_array(replace(replace("room",char(1),char(1)||'1'),char(0),char(1)||'0'),"place","book_id");

SELECT json_object('room',t0."room",'place',t0."place",'bookId',t0."book_id",'note',CASE WHEN t0."note" IS NOT NULL THEN '~b:'||?1||':'||hex(t0."note") END,'seen',json(CASE WHEN t0."seen" IS NOT NULL THEN '['||substr((CASE WHEN t0."seen"&1 THEN ',"day"' ELSE '' END||CASE WHEN t0."seen"&2 THEN ',"night"' ELSE '' END),2)||']' END)) FROM json_each(?2) AS k CROSS JOIN "filing" AS t0 ON t0."room" = replace(replace(k.value->>0,char(1)||'0',char(0)),char(1)||'1',char(1)) AND t0."place" = k.value->>1 AND t0."book_id" = k.value->>2;

SELECT json_object('title',t0."title",'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)),json_array(t0."id",replace(replace(t0."title",char(1),char(1)||'1'),char(0),char(1)||'0'),t0."price",t0."author_id",t0."facts") FROM "book" AS t0 WHERE t0."id" = ?1 LIMIT 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
