INSERT INTO "author" ("name","country") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[1]') = 'object' THEN NULL ELSE replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) END FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',t0."id",'name',t0."name",'country',t0."country",'bookCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t1.c0))) FROM (SELECT t1."id" AS c0 FROM "book" AS t1 WHERE t1."author_id" = t0."id" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "author" AS t0 ON t0."id" = k.value->>0;

INSERT INTO "book" ("author_id","title","price") SELECT value->>'$[0]',replace(replace(value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),CASE WHEN json_type(value,'$[2]') = 'object' THEN 0 ELSE value->>'$[2]' END FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',t0."id",'title',t0."title",'price',CASE WHEN t0."price"<0 THEN '-'||(-(t0."price"/100))||CASE WHEN (-(t0."price"%100))<10 THEN '.0' ELSE '.' END||(-(t0."price"%100)) ELSE ((t0."price"/100)||CASE WHEN (t0."price"%100)<10 THEN '.0' ELSE '.' END||(t0."price"%100)) END,'available',json(CASE t0."available" WHEN 0 THEN 'false' WHEN 1 THEN 'true' END),'year',t0."year",'author',(SELECT json_object('name',t1."name") FROM "author" AS t1 WHERE t1."id" = t0."author_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "book" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
