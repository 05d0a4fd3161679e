SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."isbn" IN (SELECT replace(replace(value,char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1));

SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "review" AS t0 WHERE t0."book_id" = t1.value->>'$[0]' AND t0."rating" >= ?1;
