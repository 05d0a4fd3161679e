SELECT count(*),string_agg(json_object('title',t0.c1,'words',t0.c2,'like',t0.c1),',') FROM (SELECT t0."title" AS c1,t0."words" AS c2 FROM "essay" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE (t0."title" = ?1 AND t0."title" = ?1 COLLATE BINARY) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE (t0."title" = ?1 AND t0."title" = ?1 COLLATE BINARY) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE t0."title" GLOB ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE (t0."words" >= ?1 AND t0."words" <= ?1||char(1114111) AND substr(CAST(lower(t0."words") AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE instr(t0."words",?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE instr(lower(t0."words"),?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE CASE WHEN t0."title" IS NOT NULL THEN EXISTS (WITH RECURSIVE b(x) AS MATERIALIZED (SELECT t0."title"),a(f,g,c) AS MATERIALIZED (SELECT value->>0,value->>1,value->>2 FROM json_each(?1,'$.t')),m(p,s) AS (SELECT 1,?1->>'$.s' UNION SELECT p+1,g FROM m CROSS JOIN b CROSS JOIN a WHERE f = s AND p <= length(x) AND substr(x,p,1) GLOB c) SELECT 1 FROM m CROSS JOIN b WHERE s >= ?1->>'$.k') END ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE ((t0."title" = ?1 AND t0."title" = ?1 COLLATE BINARY) OR NOT ((t0."title" = ?2 AND t0."title" = ?2 COLLATE BINARY) OR (t0."title" = ?3 AND t0."title" = ?3 COLLATE BINARY))) ORDER BY t0."id" LIMIT +?4) AS t0;

SELECT count(*),string_agg(json_object('room',t0.c0),',') FROM (SELECT t0."room" AS c0 FROM "filing" AS t0 WHERE (t0."note" >= ?1 AND substr(t0."note",1,length(?1)) = ?1) ORDER BY t0."room",t0."place",t0."book_id" LIMIT +?2) AS t0;

DELETE FROM "essay" WHERE "words" = ?1 COLLATE NOCASE RETURNING json_object('id',"id",'title',"title",'words',"words",'tags',json("tags"));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
