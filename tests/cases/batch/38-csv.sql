INSERT INTO "book" ("title") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',"id",'title',"title",'price',CASE WHEN "price">='1' THEN ltrim(substr("price",2,29),'0')||substr("price",31,1)||'.'||substr("price",32,10) WHEN "price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr("price",2,18),99999999999-substr("price",20,11)),'0'),printf('%01d',9-substr("price",31,1)),printf('%010d',9999999999-substr("price",32,10))) END,'authorId',CAST("author_id" AS TEXT),'facts',json("facts"));

SELECT count(*),string_agg(json_object('title',t0.c1),',') FROM (SELECT t0."title" AS c1 FROM "book" AS t0 WHERE t0."id" = ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0,'title',t0.c1,'price',CASE WHEN t0.c2>='1' THEN ltrim(substr(t0.c2,2,29),'0')||substr(t0.c2,31,1)||'.'||substr(t0.c2,32,10) WHEN t0.c2 IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr(t0.c2,2,18),99999999999-substr(t0.c2,20,11)),'0'),printf('%01d',9-substr(t0.c2,31,1)),printf('%010d',9999999999-substr(t0.c2,32,10))) END,'authorId',CAST(t0.c3 AS TEXT),'facts',json(t0.c4)),',') FROM (SELECT t0."id" AS c0,t0."title" AS c1,t0."price" AS c2,t0."author_id" AS c3,t0."facts" AS c4 FROM "book" AS t0 WHERE t0."id" = ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT json_array(1065358295,t0.c0) FROM (SELECT t0."id" AS c0 FROM "book" AS t0 WHERE t0."id" = ?1 ORDER BY t0."id" LIMIT +?2+1) AS t0 LIMIT 2 OFFSET ?2-1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
