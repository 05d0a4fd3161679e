SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "author" AS t0 WHERE instr(lower(t0."name"),?1) > 0 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE ((t0."title" >= ?1 AND t0."title" <= ?1||char(1114111) AND (?1 = '' OR substr(CAST(t0."title" AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB))) AND t0."title" GLOB ?2) ORDER BY t0."id" LIMIT +?3) AS t0;

SELECT (SELECT count(*) FROM "review" AS t1 WHERE (WITH RECURSIVE m(k,s) AS (SELECT 0,lower(t1."body") UNION ALL SELECT k+1,CASE WHEN instr(s,(?1->>k)) > 0 THEN substr(s,instr(s,(?1->>k))+length((?1->>k))) END FROM m WHERE k < json_array_length(?1) AND s IS NOT NULL) SELECT s IS NOT NULL FROM m ORDER BY k DESC LIMIT 1));
