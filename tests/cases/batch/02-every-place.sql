INSERT INTO "shelf" ("room","place","kind") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]' FROM json_each(?1) RETURNING json_object('room',"room",'place',"place",'kind',CASE "kind" WHEN 1 THEN 'low' WHEN 2 THEN 'high' END);

INSERT INTO "shelf" ("room","place","kind") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]' FROM json_each(?1) RETURNING json_object('room',"room",'place',"place",'kind',CASE "kind" WHEN 1 THEN 'low' WHEN 2 THEN 'high' END);

SELECT count(*),string_agg(json_object('id',CAST(t0.c0 AS TEXT),'books',(SELECT json_group_array(json_object('id',t1.c0,'title',t1.c1)) FROM (SELECT t1."id" AS c0,t1."title" AS c1 FROM "book" AS t1 WHERE t1."author_id" = t0.c0 ORDER BY t1."id" LIMIT +?3) AS t1)),',') FROM (SELECT t0."id" AS c0 FROM "author" AS t0 WHERE t0."id" <= ?1 ORDER BY t0."id" LIMIT +?2) AS t0;

INSERT INTO "filing" ("room","place","book_id","note","seen") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]',CASE WHEN json_type(value,'$[3]') = 'object' THEN NULL ELSE unhex(value->>'$[3]') END,CASE WHEN json_type(value,'$[4]') = 'object' THEN NULL ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_object('room',"room",'place',"place",'bookId',"book_id",'note',CASE WHEN "note" IS NOT NULL THEN '~b:'||?2||':'||hex("note") END,'seen',json(CASE WHEN "seen" IS NOT NULL THEN '['||substr((CASE WHEN "seen"&1 THEN ',"day"' ELSE '' END||CASE WHEN "seen"&2 THEN ',"night"' ELSE '' END),2)||']' END));

UPDATE "filing" SET "note"=?1,"seen"=?2 WHERE ("room" = ?3 AND "place" = ?4 AND "book_id" = ?5);

SELECT changes();

SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "shelf" AS t0 ("room","place","kind") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),t1.value->>'$[1]',t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("room","place") DO UPDATE SET "kind"=excluded."kind";

SELECT changes();

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

UPDATE "book" SET "facts"=?1 WHERE "id" = ?2;

SELECT changes();

SELECT count(*),string_agg(json_object('id',t0.c0,'title',t0.c1,'price',CASE WHEN t0.c2>='1' THEN ltrim(substr(t0.c2,2,29),'0')||substr(t0.c2,31,1)||'.'||substr(t0.c2,32,10) WHEN t0.c2 IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr(t0.c2,2,18),99999999999-substr(t0.c2,20,11)),'0'),printf('%01d',9-substr(t0.c2,31,1)),printf('%010d',9999999999-substr(t0.c2,32,10))) END,'authorId',CAST(t0.c3 AS TEXT),'facts',json(t0.c4)),',') FROM (SELECT t0."id" AS c0,t0."title" AS c1,t0."price" AS c2,t0."author_id" AS c3,t0."facts" AS c4 FROM "book" AS t0 WHERE t0."id" IN (SELECT value FROM json_each(?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('place',t0.c1,'note',CASE WHEN t0.c3 IS NOT NULL THEN '~b:'||?5||':'||hex(t0.c3) END,'seen',json(CASE WHEN t0.c4 IS NOT NULL THEN '['||substr((CASE WHEN t0.c4&1 THEN ',"day"' ELSE '' END||CASE WHEN t0.c4&2 THEN ',"night"' ELSE '' END),2)||']' END)),',') FROM (SELECT t0."place" AS c1,t0."note" AS c3,t0."seen" AS c4 FROM "filing" AS t0 WHERE (t0."book_id" = ?1 OR (t0."book_id" IN (SELECT value FROM json_each(?2)) AND t0."place" > ?3)) ORDER BY t0."room",t0."place",t0."book_id" LIMIT +?4) AS t0;

DELETE FROM "filing" WHERE "book_id" <> ?1;

SELECT changes();

SELECT count(*) FILTER (WHERE n <= ?2),string_agg(json_object('room',t0.c0,'place',t0.c1,'kind',CASE t0.c2 WHEN 1 THEN 'low' WHEN 2 THEN 'high' END),',') FILTER (WHERE n <= ?2),CASE WHEN count(*) > ?2 THEN max(CASE n WHEN ?2 THEN json_array(1172858278,t0.c1,replace(replace(t0.c0,char(1),char(1)||'1'),char(0),char(1)||'0')) END) END FROM (SELECT *,row_number() OVER () AS n FROM (SELECT t0."room" AS c0,t0."place" AS c1,t0."kind" AS c2 FROM "shelf" AS t0 WHERE t0."room" = ?1 ORDER BY t0."place",t0."room" LIMIT +?2+1)) AS t0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
