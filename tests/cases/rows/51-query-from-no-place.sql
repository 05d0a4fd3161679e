SELECT json_object('label',t0.c1),json_array(2598465490,t0.c0) FROM (SELECT t0."label" AS c1,t0."id" AS c0 FROM "shelf" AS t0 ORDER BY t0."id" LIMIT +?1+1) AS t0 LIMIT -1;
