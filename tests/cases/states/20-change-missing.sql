SELECT json_array(t0."id",t0."author_id",replace(replace(t0."title",char(1),char(1)||'1'),char(0),char(1)||'0'),t0."price",t0."copies",t0."kind",t0."tags",CASE WHEN t0."cover" IS NOT NULL THEN hex(t0."cover") END,json(CASE WHEN abs(t0."rating")<1e15 AND t0."rating"=CAST(t0."rating" AS INTEGER) THEN CAST(t0."rating" AS TEXT) WHEN abs(t0."rating") BETWEEN 1e-80 AND 1e112 THEN printf('%!.18g',t0."rating") WHEN t0."rating" IS NOT NULL THEN '['||(SELECT v FROM (SELECT CASE WHEN abs(x)<1e-311 THEN printf('%!.18g,-4',x*s*s*s*s) WHEN abs(x)<1e-234 THEN printf('%!.18g,-3',x*s*s*s) WHEN abs(x)<1e-157 THEN printf('%!.18g,-2',x*s*s) WHEN abs(x)<1 THEN printf('%!.18g,-1',x*s) WHEN abs(x)<1e189 THEN printf('%!.18g,1',x/s) WHEN abs(x)<1e266 THEN printf('%!.18g,2',x/s/s) ELSE printf('%!.18g,3',x/s/s/s) END AS v FROM (SELECT t0."rating" AS x,1.157920892373161954e77 AS s)))||']' END),t0."lasts",t0."facts") FROM "book" AS t0 WHERE t0."id" = ?1 LIMIT 2;

UPDATE "book" SET "title"=?1 WHERE "id" = ?2;

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
