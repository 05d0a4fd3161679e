SELECT json_object('__typename','Book','title',t0."title",'year',t0."year",'nodeId',hex(json_array('Book',t0."id"))) FROM "book" AS t0 WHERE t0."id" = ?1 LIMIT 1;

SELECT json_object('title',t0."title") FROM "book" AS t0 WHERE t0."id" = ?1 LIMIT 1;
