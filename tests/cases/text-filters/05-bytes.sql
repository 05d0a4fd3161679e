SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (t0."hash" >= ?1 AND substr(t0."hash",1,length(?1)) = ?1) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE (octet_length(t0."raw") >= octet_length(?1) AND substr(CAST(t0."raw" AS BLOB),-octet_length(?1)) = CAST(?1 AS BLOB)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE instr(t0."raw",?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0,'raw',CASE WHEN t0.c4 IS NOT NULL THEN '~b:'||?4||':'||hex(t0.c4) END),',') FROM (SELECT t0."id" AS c0,t0."raw" AS c4 FROM "note" AS t0 WHERE (t0."raw" >= ?1 AND t0."hash" <> ?2) ORDER BY t0."raw" NULLS LAST,t0."id" LIMIT +?3) AS t0;
