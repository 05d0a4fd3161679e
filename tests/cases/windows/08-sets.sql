SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "without_sales" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('label',t0.c0),',') FROM (SELECT t0."label" AS c0 FROM "_ws_rows.labels_of_both" AS t0 ORDER BY t0."label",t0._ws_row LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('n',t0.c0),',') FROM (SELECT t0."n" AS c0 FROM "_ws_rows.mixed" AS t0 ORDER BY t0."n",t0._ws_row LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('n',t0.c0),',') FROM (SELECT t0."n" AS c0 FROM "_ws_rows.taken_away" AS t0 ORDER BY t0._ws_row LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c1),',') FROM (SELECT t0."name" AS c1 FROM "shop" AS t0 WHERE EXISTS (SELECT 1 FROM "best" AS t1 WHERE (t1."shop_id" = t0."id" AND t1."amount" > ?1)) ORDER BY t0."id" LIMIT +?2) AS t0;
