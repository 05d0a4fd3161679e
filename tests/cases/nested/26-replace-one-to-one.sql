SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

INSERT INTO "cover" ("book_id","color") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_array(t0."id",t1.key) FROM json_each(?2) AS t1 CROSS JOIN "book" AS t0 WHERE t0."id" = ?1;

INSERT INTO "cover" ("book_id","color") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");
