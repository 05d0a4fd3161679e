SELECT count(*),string_agg(json_object('id',CASE WHEN t0.c0 IS NOT NULL THEN printf('%u',(t0.c0|-9223372036854775808)-(t0.c0&-9223372036854775808)) END,'customer_id',(SELECT json_object('name',t1."name") FROM "customer" AS t1 WHERE t1."id" = t0.c1 LIMIT 1)),',') FROM (SELECT t0."id" AS c0,t0."customer_id" AS c1 FROM "purchase" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT json_array(1065358295,t0.c0) FROM (SELECT t0."id" AS c0 FROM "purchase" AS t0 ORDER BY t0."id" LIMIT +?1+1) AS t0 LIMIT 2 OFFSET ?1-1;
