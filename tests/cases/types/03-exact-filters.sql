SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."bu" = ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."bu" > ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."dw" < ?1);

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'d',CASE WHEN t0.c8<0 THEN '-'||(-(t0.c8/1000))||'.'||substr((-(t0.c8%1000))+1000,2) ELSE ((t0.c8/1000)||'.'||substr((t0.c8%1000)+1000,2)) END),',') FROM (SELECT t0."id" AS c0,t0."d" AS c8 FROM "every" AS t0 WHERE t0."d" IN (SELECT value FROM json_each(?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."b" <= ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."ts" = ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."en" = ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."ti" < ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."g" = ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."ok" IS NULL);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."ok" = ?1);

SELECT (SELECT count(*) FROM "every" AS t1 WHERE t1."bl" = ?1);
