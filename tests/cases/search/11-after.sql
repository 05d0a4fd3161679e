SELECT count(*),string_agg(json_object('lang',t0.c0,'word',t0.c1,'note',t0.c2),',') FROM (SELECT t0."lang" AS c0,t0."word" AS c1,t0."note" AS c2 FROM "_ws_fts.tag." AS t0f JOIN "_ws_ftn.tag" AS t0k ON t0k.id = t0f.rowid JOIN "tag" AS t0 ON t0."lang" = t0k.k0 AND t0."word" = t0k.k1 WHERE t0f."_ws_fts.tag." MATCH ?1 ORDER BY +t0f.rank,t0."lang",t0."word" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT)),',') FROM (SELECT t0."id" AS c0 FROM "_ws_fts.book." AS t0f JOIN "book" AS t0 ON t0."id" = t0f.rowid WHERE t0f."_ws_fts.book." MATCH ?1 ORDER BY +t0f.rank,t0."id" LIMIT +?2) AS t0;
