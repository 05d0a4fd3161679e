SELECT count(*),string_agg(json_object('id',t0.c0,'shop',(SELECT json_object('name',t1."name") FROM "shop" AS t1 WHERE t1."id" = t0.c1 LIMIT 1),'place',CAST(t0.c3 AS TEXT)),',') FROM (SELECT t0."id" AS c0,t0."shop_id" AS c1,t0."place" AS c3 FROM "ranked" AS t0 WHERE t0."place" <= ?1 ORDER BY t0."shop_id",t0."place" NULLS LAST,t0."id" LIMIT ?2) AS t0;

SELECT json_array(1780340533,t0.c1,t0.c3,t0.c0) FROM (SELECT t0."shop_id" AS c1,t0."place" AS c3,t0."id" AS c0 FROM "ranked" AS t0 WHERE t0."place" <= ?1 ORDER BY t0."shop_id",t0."place" NULLS LAST,t0."id" LIMIT ?2+1) AS t0 LIMIT 2 OFFSET ?2-1;
