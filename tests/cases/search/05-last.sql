SELECT json_object('id',CAST(t0.c0 AS TEXT)) FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank DESC,t0."id" DESC LIMIT +?2+1) AS t0 LIMIT -1;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'year',t0.c4,'searchScore',json(printf('%!.6g',-t0.s))),',') FROM (SELECT t0."id" AS c0,t0."year" AS c4,+t0f.rank AS s FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY t0."year" DESC,t0."id" DESC LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank DESC,t0."id" DESC LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),','),(SELECT count(*) FROM "book" AS t1 WHERE (t1."year" < ?2 AND t1."id" IN (SELECT rowid FROM "_ws_fts.book." WHERE "_ws_fts.book." MATCH ?1))) FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE (t0f."_ws_fts.book." MATCH ?1 AND t0."year" < ?2) ORDER BY +t0f.rank,t0."id" LIMIT +?3) AS t0;
