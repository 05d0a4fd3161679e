SELECT count(*) FROM (SELECT 1 FROM "note" AS t0 INDEXED BY "note.code" WHERE t0."code" <= ?1 LIMIT 501);

SELECT count(*) FILTER (WHERE n <= ?4),string_agg(json_object('id',t0.c0,'code',t0.c2),',') FILTER (WHERE n <= ?4),CASE WHEN count(*) > ?4 THEN max(CASE n WHEN ?4 THEN json_array(2598465490,t0.c0) END) END FROM (SELECT *,row_number() OVER () AS n FROM (SELECT t0."id" AS c0,t0."code" AS c2 FROM "note" AS t0 INDEXED BY "note.code" WHERE (t0."code" <= ?1 AND t0."title" <> ?2 AND t0."hash" <> ?3) ORDER BY t0."id" LIMIT +?4+1)) AS t0;
