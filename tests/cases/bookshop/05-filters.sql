SELECT count(*) FROM (SELECT 1 FROM "book" AS t0 INDEXED BY "book.year" WHERE t0."year" >= -9e999 LIMIT 501);

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 INDEXED BY "book.year" WHERE (((t0."title" >= ?1 AND t0."title" <= ?1||char(1114111) AND (?1 = '' OR substr(CAST(t0."title" AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB))) OR t0."price" < ?2) AND t0."year" >= -9e999) ORDER BY t0."id" LIMIT +?3) AS t0;

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE ((t0."title" >= ?1 AND t0."title" <= ?1||char(1114111) AND substr(CAST(lower(t0."title") AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB)) AND (t0."year" >= ?2 AND t0."year" <= ?3)) ORDER BY t0."id" LIMIT +?4) AS t0;

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE t0."id" IN (SELECT value FROM json_each(?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT json_object('title',t0.c2) FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE (t0."title" >= ?1 AND t0."title" <= ?1||char(1114111) AND (?1 = '' OR substr(CAST(t0."title" AS BLOB),1,octet_length(?1)) = CAST(?1 AS BLOB))) ORDER BY t0."id" LIMIT +?2+1 OFFSET ?3) AS t0 LIMIT -1;

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE t0."title" = ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'body',t0.c3),',') FROM (SELECT t0."id" AS c0,t0."body" AS c3 FROM "review" AS t0 WHERE t0."body" = ?1 ORDER BY t0."id" LIMIT +?2) AS t0;
