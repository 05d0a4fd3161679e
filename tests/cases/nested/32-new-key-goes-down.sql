SELECT json_array(t0."shop",t0."number",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "shop_order" AS t0 WHERE t0."shop" = ?1;

UPDATE "shop_order" AS t0 SET "number"=t1.value->>'$[2]' FROM json_each(?1) AS t1 WHERE t0."shop" = t1.value->>'$[0]' AND t0."number" = t1.value->>'$[1]';

SELECT CASE WHEN t0."shop" IS NOT NULL THEN json_array(t0."shop",t0."number",t0."line") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "order_line" AS t0 ON t0."shop" = t1.value->>'$[0]' AND t0."number" = t1.value->>'$[1]' AND t0."line" = t1.value->>'$[2]';

DELETE FROM "order_line" AS t0 WHERE (t0."shop",t0."number",t0."line") IN (SELECT t1.value->>'$[0]',t1.value->>'$[1]',t1.value->>'$[2]' FROM json_each(?1) AS t1);

INSERT INTO "order_line" ("shop","number","line","what") SELECT value->>'$[0]',value->>'$[1]',value->>'$[2]',replace(replace(value->>'$[3]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("shop","number","line");

SELECT json_object('shop',t0."shop",'number',t0."number",'orderLineCollection',(SELECT json_object('nodes',json_group_array(json_object('number',t1.c1,'line',t1.c2))) FROM (SELECT t1."number" AS c1,t1."line" AS c2 FROM "order_line" AS t1 WHERE (t1."shop" = t0."shop" AND t1."number" = t0."number") ORDER BY t1."shop",t1."number",t1."line" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "shop_order" AS t0 ON t0."shop" = k.value->>0 AND t0."number" = k.value->>1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
