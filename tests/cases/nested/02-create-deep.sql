INSERT INTO "country" ("code","name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("code",char(1),char(1)||'1'),char(0),char(1)||'0'));

INSERT INTO "author" ("name","country_code") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT CASE WHEN t0."name" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."name" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book" ("isbn","title","price","author_id","editor_id") SELECT CASE WHEN json_type(value,'$[0]') = 'object' THEN NULL ELSE replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) END,replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN NULL ELSE value->>'$[2]' END,value->>'$[3]',CASE WHEN json_type(value,'$[4]') = 'object' THEN NULL ELSE value->>'$[4]' END FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "cover" ("book_id","color") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "review" ("book_id","rating") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "remark" ("review_id","body") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(rowid);

INSERT INTO "tag" ("word") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array(replace(replace("word",char(1),char(1)||'1'),char(0),char(1)||'0'));

SELECT CASE WHEN t0."word" IS NOT NULL THEN json_array(replace(replace(t0."word",char(1),char(1)||'1'),char(0),char(1)||'0')) ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "tag" AS t0 ON t0."word" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "book_tag" ("book_id","tag","weight") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN 1 ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("book_id",replace(replace("tag",char(1),char(1)||'1'),char(0),char(1)||'0'));

SELECT json_object('id',t0."id",'title',t0."title",'price',CASE WHEN t0."price">='1' THEN ltrim(substr(t0."price",2,29),'0')||substr(t0."price",31,1)||'.'||substr(t0."price",32,10) WHEN t0."price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr(t0."price",2,18),99999999999-substr(t0."price",20,11)),'0'),printf('%01d',9-substr(t0."price",31,1)),printf('%010d',9999999999-substr(t0."price",32,10))) END,'author',(SELECT json_object('id',CAST(t1."id" AS TEXT),'name',t1."name",'country',(SELECT json_object('code',t2."code",'name',t2."name") FROM "country" AS t2 WHERE t2."code" = t1."country_code" LIMIT 1)) FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1),'editor',(SELECT json_object('id',CAST(t3."id" AS TEXT)) FROM "author" AS t3 WHERE t3."id" = t0."editor_id" LIMIT 1),'reviewCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t4.c0,'rating',t4.c2,'remarkCollection',(SELECT json_object('nodes',json_group_array(json_object('body',t5.c1))) FROM (SELECT t5."body" AS c1 FROM "remark" AS t5 WHERE t5."review_id" = t4.c0 ORDER BY t5.rowid LIMIT +?2) AS t5)))) FROM (SELECT t4."id" AS c0,t4."rating" AS c2 FROM "review" AS t4 WHERE t4."book_id" = t0."id" ORDER BY t4."id" LIMIT +?1) AS t4),'cover',(SELECT json_object('color',CASE t6."color" WHEN 1 THEN 'red' WHEN 2 THEN 'blue' END) FROM "cover" AS t6 WHERE t6."book_id" = t0."id" LIMIT 1),'bookTagCollection',(SELECT json_object('nodes',json_group_array(json_object('weight',t7.c2,'tag',t7.c1))) FROM (SELECT t7."weight" AS c2,t7."tag" AS c1 FROM "book_tag" AS t7 WHERE t7."book_id" = t0."id" ORDER BY t7."book_id",t7."tag" LIMIT +?3) AS t7)) FROM json_each(?4) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
