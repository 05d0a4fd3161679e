SELECT count(*),string_agg(json_object('id',t0.c0,'shop',(SELECT json_object('count',t2.a0,'max',t2.a1) FROM (SELECT count(*) AS a0,max(t1."name") AS a1 FROM "shop" AS t1 WHERE t1."id" = t0.c1) AS t2 WHERE ?2 > 0 LIMIT 1)),',') FROM (SELECT t0."id" AS c0,t0."shop_id" AS c1 FROM "sale" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT json_array(1065358295,t0."id") FROM "sale" AS t0 ORDER BY t0."id" LIMIT min(2,?1+1) OFFSET ?1-1;
