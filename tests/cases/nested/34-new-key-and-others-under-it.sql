SELECT json_array(replace(replace(t0."code",char(1),char(1)||'1'),char(0),char(1)||'0'),t1.key) FROM json_each(?2) AS t1 CROSS JOIN "country" AS t0 WHERE t0."code" = ?1;

UPDATE "country" AS t0 SET "code"=replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE t0."code" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "author" AS t0 WHERE t0."country_code" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) AND t0."name" = ?1;

SELECT CASE WHEN t0."name" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."name" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

UPDATE "author" AS t0 SET "country_code"=replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE t0."id" = t1.value->>'$[0]';

SELECT json_object('code',t0."code",'authorCollection',(SELECT json_object('nodes',json_group_array(json_object('name',t1.c1,'countryCode',t1.c2))) FROM (SELECT t1."name" AS c1,t1."country_code" AS c2 FROM "author" AS t1 WHERE t1."country_code" = t0."code" ORDER BY t1."id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "country" AS t0 ON t0."code" = replace(replace(k.value->>0,char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
