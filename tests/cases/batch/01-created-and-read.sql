INSERT INTO "author" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_object('id',CAST("id" AS TEXT),'name',"name");

INSERT INTO "book" ("title","price","author_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE value->>'$[1]' END,value->>'$[2]' FROM json_each(?1) RETURNING json_object('id',"id",'title',"title",'price',CASE WHEN "price">='1' THEN ltrim(substr("price",2,29),'0')||substr("price",31,1)||'.'||substr("price",32,10) WHEN "price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr("price",2,18),99999999999-substr("price",20,11)),'0'),printf('%01d',9-substr("price",31,1)),printf('%010d',9999999999-substr("price",32,10))) END,'authorId',CAST("author_id" AS TEXT),'facts',json("facts"));

UPDATE "book" SET "title"=?1,"price"=?2 WHERE "id" = ?3;

SELECT changes();

SELECT json_object('id',CAST(t0."id" AS TEXT),'name',t0."name",'bookCollection',(SELECT json_group_array(json_object('title',t1.c1,'price',CASE WHEN t1.c2>='1' THEN ltrim(substr(t1.c2,2,29),'0')||substr(t1.c2,31,1)||'.'||substr(t1.c2,32,10) WHEN t1.c2 IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr(t1.c2,2,18),99999999999-substr(t1.c2,20,11)),'0'),printf('%01d',9-substr(t1.c2,31,1)),printf('%010d',9999999999-substr(t1.c2,32,10))) END)) FROM (SELECT t1."title" AS c1,t1."price" AS c2 FROM "book" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT +?2) AS t1)),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;

SELECT count(*),string_agg(json_object('title',t0.c1,'price',CASE WHEN t0.c2>='1' THEN ltrim(substr(t0.c2,2,29),'0')||substr(t0.c2,31,1)||'.'||substr(t0.c2,32,10) WHEN t0.c2 IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr(t0.c2,2,18),99999999999-substr(t0.c2,20,11)),'0'),printf('%01d',9-substr(t0.c2,31,1)),printf('%010d',9999999999-substr(t0.c2,32,10))) END),',') FROM (SELECT t0."title" AS c1,t0."price" AS c2 FROM "book" AS t0 WHERE (t0."author_id" = ?1 AND (t0."title" >= ?2 AND t0."title" <= ?2||char(1114111) AND (?2 = '' OR substr(CAST(t0."title" AS BLOB),1,octet_length(?2)) = CAST(?2 AS BLOB)))) ORDER BY t0."id" LIMIT +?3) AS t0;

SELECT NULL FROM (SELECT t0."id" AS c0 FROM "book" AS t0 ORDER BY t0."id" LIMIT +?1) AS t0 LIMIT -1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
