SELECT count(*),string_agg(json_object('max',t1.a0),',') FROM (SELECT max((CAST(t0."pieces" AS TEXT))) AS a0 FROM "sale" AS t0) AS t1 WHERE ?1 > 0;
