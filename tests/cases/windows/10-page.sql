SELECT count(*),string_agg(json_object('id',t0.c0,'rankOfAll',CAST(t0.c4 AS TEXT)),',') FROM (SELECT t0."id" AS c0,t0."rank_of_all" AS c4 FROM "ranked" AS t0 ORDER BY t0."rank_of_all" NULLS LAST,t0."id" LIMIT ?1) AS t0;

SELECT json_array(2532161560,t0.c4,t0.c0) FROM (SELECT t0."rank_of_all" AS c4,t0."id" AS c0 FROM "ranked" AS t0 ORDER BY t0."rank_of_all" NULLS LAST,t0."id" LIMIT ?1+1) AS t0 LIMIT 2 OFFSET ?1-1;
