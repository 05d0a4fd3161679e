SELECT count(*),string_agg(json_object('sensor',t0.c0,'taken',t0.c1,'celsius',CASE WHEN t0.c2>=0 THEN printf('%d.%02d',t0.c2/100,t0.c2%100) WHEN t0.c2<0 THEN printf('-%d.%02d',-(t0.c2/100),-(t0.c2%100)) END),','),(SELECT count(*) FROM "reading" AS t1 WHERE t1."sensor" = ?1) FROM (SELECT t0."sensor" AS c0,t0."taken" AS c1,t0."celsius" AS c2 FROM "reading" AS t0 WHERE t0."sensor" = ?1 ORDER BY t0.rowid LIMIT +?2) AS t0;

SELECT json_array(549498318,t0.r) FROM (SELECT t0.rowid AS r FROM "reading" AS t0 WHERE t0."sensor" = ?1 ORDER BY t0.rowid LIMIT +?2+1) AS t0 LIMIT 2 OFFSET ?2-1;
