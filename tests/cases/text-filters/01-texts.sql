SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (octet_length(t0."title") >= octet_length(?1) AND substr(CAST(t0."title" AS BLOB),-octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE instr(t0."title",?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (t0."title" >= ?1 AND t0."title" <= ?1||char(1114111) AND substr(CAST(lower(t0."title") AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (octet_length(t0."code") >= octet_length(?1) AND substr(CAST(lower(t0."code") AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (octet_length(t0."title") >= octet_length(?1) AND substr(CAST(lower(t0."title") AS BLOB),-octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE instr(lower(t0."title"),?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE t0."title" GLOB ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (t0."title" = ?1 AND t0."title" = ?1 COLLATE BINARY) ORDER BY t0."id" LIMIT +?2) AS t0;
