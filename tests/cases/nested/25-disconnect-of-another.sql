SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

SELECT CASE WHEN t0."book_id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "review" AS t0 ON t0."book_id" = t1.value->>'$[0]' AND t0."slug" = replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1));
