SELECT count(*),string_agg(json_object('id',t0.c0),','),(SELECT CASE WHEN n < ?2 THEN n ELSE max(n,ifnull((SELECT max(rowid) FROM "item"),0)) END FROM (SELECT count(*) AS n FROM (SELECT 1 FROM "item" AS t1 LIMIT ?2))) FROM (SELECT t0."id" AS c0 FROM "item" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT json_array(1065358295,t0."id") FROM "item" AS t0 ORDER BY t0."id" LIMIT min(2,?1+1) OFFSET ?1-1;
