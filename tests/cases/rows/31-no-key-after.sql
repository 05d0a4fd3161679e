SELECT count(*),string_agg(json_object('line',t0.c0,'n',t0.c1),',') FROM (SELECT t0."line" AS c0,t0."n" AS c1 FROM "note" AS t0 WHERE t0.rowid > ?1 ORDER BY t0.rowid LIMIT +?2) AS t0;
