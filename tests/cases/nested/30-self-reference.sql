SELECT CASE WHEN t0."id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "category" AS t0 ON t0."id" = t1.value->>'$[0]';

INSERT INTO "category" ("name","parent_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "category" ("name","parent_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

INSERT INTO "category" ("name","parent_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',t0."id",'parent',(SELECT json_object('id',t1."id",'name',t1."name",'parent',(SELECT json_object('name',t2."name") FROM "category" AS t2 WHERE t2."id" = t1."parent_id" LIMIT 1)) FROM "category" AS t1 WHERE t1."id" = t0."parent_id" LIMIT 1),'categoryCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t3.c0,'name',t3.c1,'categoryCollection',(SELECT json_object('nodes',json_group_array(json_object('id',t4.c0,'name',t4.c1,'parentId',t4.c2))) FROM (SELECT t4."id" AS c0,t4."name" AS c1,t4."parent_id" AS c2 FROM "category" AS t4 WHERE t4."parent_id" = t3.c0 ORDER BY t4."id" LIMIT +?2) AS t4)))) FROM (SELECT t3."id" AS c0,t3."name" AS c1 FROM "category" AS t3 WHERE t3."parent_id" = t0."id" ORDER BY t3."id" LIMIT +?1) AS t3)) FROM json_each(?3) AS k CROSS JOIN "category" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
