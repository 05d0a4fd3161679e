SELECT count(*),string_agg(json_object('title',t0.c1,'words',t0.c2),',') FROM (SELECT t0."title" AS c1,t0."words" AS c2 FROM "essay" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*) FILTER (WHERE n <= ?6),string_agg(json_object('id',t0.c0,'searchSnippet',t0.x2_2_3_4_5),',') FILTER (WHERE n <= ?6),CASE WHEN count(*) > ?6 THEN max(CASE n WHEN ?6 THEN json_array(2414932645,json(printf('%!.18g',t0.s)),t0.c0) END) END FROM (SELECT *,row_number() OVER () AS n FROM (SELECT t0."id" AS c0,+t0f.rank AS s,snippet(t0f."_ws_fts.essay.",1,?2,?3,?4,?5) AS x2_2_3_4_5 FROM "_ws_fts.essay." AS t0f JOIN "essay" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.essay." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?6+1)) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0,'searchScore',json(printf('%!.6g',-t0.s))),',') FROM (SELECT t0."id" AS c0,+t0f.rank AS s FROM "_ws_fts.essay." AS t0f JOIN "essay" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.essay." MATCH ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*) FILTER (WHERE n <= ?1),string_agg(json_object('id',t0.c0),',') FILTER (WHERE n <= ?1),CASE WHEN count(*) > ?1 THEN max(CASE n WHEN ?1 THEN json_array(1726279807,json(printf('%!.18g',NULL)),t0.c0) END) END FROM (SELECT *,row_number() OVER () AS n FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE 0 ORDER BY NULL DESC,t0."id" LIMIT +?1+1)) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "essay" AS t0 WHERE NOT t0."id" IN (SELECT rowid FROM "_ws_fts.essay." WHERE "_ws_fts.essay." MATCH ?1) ORDER BY t0."id" LIMIT +?2) AS t0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
