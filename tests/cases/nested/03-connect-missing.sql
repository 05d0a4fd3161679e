SELECT CASE WHEN t0."id" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "author" AS t0 ON t0."id" = t1.value->>'$[0]';
