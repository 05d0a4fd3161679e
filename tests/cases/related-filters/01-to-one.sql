SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE t0."author_id" IN (SELECT t1."id" FROM "author" AS t1 WHERE t1."name" = ?1) ORDER BY t0."id" LIMIT +?2) AS t0;

SELECT (SELECT count(*) FROM "book" AS t1 WHERE EXISTS (SELECT 1 FROM "author" AS t2 WHERE t2."id" = t1."author_id"));

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE NOT EXISTS (SELECT 1 FROM "author" AS t1 WHERE t1."id" = t0."author_id") ORDER BY t0."id" LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('title',t0.c2),',') FROM (SELECT t0."title" AS c2 FROM "book" AS t0 WHERE t0."author_id" IN (SELECT t1."id" FROM "author" AS t1 WHERE (t1."publisher_id" IN (SELECT t2."id" FROM "publisher" AS t2 WHERE t2."name" IN (SELECT replace(replace(value,char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1))) AND t1."mentor_id" IN (SELECT t3."id" FROM "author" AS t3 WHERE t3."name" = ?2))) ORDER BY t0."id" LIMIT +?3) AS t0;
