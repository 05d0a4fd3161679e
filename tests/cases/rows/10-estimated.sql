SELECT count(*) FROM (SELECT 1 FROM "item" AS t0 INDEXED BY "item.price" WHERE t0."price" >= '' LIMIT 501);

SELECT (SELECT CASE WHEN n < ?2 THEN n ELSE max(n,ifnull((SELECT max(rowid) FROM "item"),0)) END FROM (SELECT count(*) AS n FROM (SELECT 1 FROM "item" AS t1 WHERE t1."price" >= '' LIMIT ?2))) UNION ALL SELECT * FROM (SELECT NULL FROM (SELECT t0."id" AS c0 FROM "item" AS t0 INDEXED BY "item.price" WHERE t0."price" >= '' ORDER BY t0."id" LIMIT +?1) AS t0 LIMIT -1);
