SELECT count(*),string_agg(json_object('id',t0.c0),',') FROM (SELECT t0."id" AS c0 FROM "note" AS t0 WHERE t0."code" IN (SELECT replace(replace(value,char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1)) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('id',t0.c0,'hash',CASE WHEN t0.c3 IS NOT NULL THEN '~b:'||?3||':'||hex(t0.c3) END),',') FROM (SELECT t0."id" AS c0,t0."hash" AS c3 FROM "note" AS t0 WHERE (t0."hash" > ?1 AND t0."size" IS NOT NULL) ORDER BY t0."id" LIMIT +?2) AS t0;
