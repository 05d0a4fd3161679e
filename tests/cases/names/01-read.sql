SELECT count(*),string_agg(json_object('id',t0.c0,'select',t0.c1,'from',t0.c2,'nodeId',hex(json_array('Order',t0.c0)),'nodeId2',t0.c3,'and2',t0.c4),',') FROM (SELECT t0."id" AS c0,t0."select" AS c1,t0."from" AS c2,t0."node_id" AS c3,t0."and" AS c4 FROM "order" AS t0 WHERE (t0."select" > ?1 AND t0."and" IS NULL) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "order_s" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('aB',t0.c1,'aB2',t0.c2,'aB3',t0.c3),',') FROM (SELECT t0."a_b" AS c1,t0."aB" AS c2,t0."a b" AS c3 FROM "OrderS" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "query" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('schluessel',t0.c0,'u6570',t0.c1,'withQuote',t0.c2),',') FROM (SELECT t0."schlüssel" AS c0,t0."数" AS c1,t0."with ""quote""" AS c2 FROM "größe" AS t0 ORDER BY t0."schlüssel" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0,'book2Collection',(SELECT json_object('nodes',json_group_array(json_object('id',t1.c0))) FROM (SELECT t1."id" AS c0 FROM "book" AS t1 WHERE t1."book_filter_id" = t0.c0 ORDER BY t1."id" LIMIT +?2) AS t1)),',') FROM (SELECT t0."id" AS c0 FROM "book_filter" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;
