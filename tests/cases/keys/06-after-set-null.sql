SELECT count(*),string_agg(json_object('name',t0.c1,'managerId',t0.c2),',') FROM (SELECT t0."name" AS c1,t0."manager_id" AS c2 FROM "staff" AS t0 ORDER BY t0."staff_id" LIMIT +?1) AS t0;
