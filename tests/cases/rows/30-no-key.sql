SELECT count(*),string_agg(json_object('line',t0.c0,'n',t0.c1),',') FROM (SELECT t0."line" AS c0,t0."n" AS c1 FROM "note" AS t0 ORDER BY t0.rowid LIMIT +?1) AS t0;

SELECT json_array(1867194384,t0.r) FROM (SELECT t0.rowid AS r FROM "note" AS t0 ORDER BY t0.rowid LIMIT +?1+1) AS t0 LIMIT 2 OFFSET ?1-1;
