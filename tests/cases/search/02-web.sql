SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'title',t0.c2),',') FROM (SELECT t0."id" AS c0,t0."title" AS c2 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'searchSnippet',t0.x_10_11_12_13),',') FROM (SELECT t0."id" AS c0,snippet(t0f."_ws_fts.book.",-1,?2,?3,?4,?5) AS x_10_11_12_13 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?6) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'searchScore',NULL,'searchSnippet',NULL),',') FROM (SELECT t0."id" AS c0 FROM "book" AS t0 WHERE NOT t0."id" IN (SELECT rowid FROM "_ws_fts.book." WHERE "_ws_fts.book." MATCH ?1) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),','),(SELECT count(*) FROM "book" AS t1 WHERE 0) FROM (SELECT t0."id" AS c0 FROM "book" AS t0 WHERE 0 ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT (SELECT count(*) FROM "book" AS t1 WHERE t1."id" IN (SELECT rowid FROM "_ws_fts.book." WHERE "_ws_fts.book." MATCH ?1));
