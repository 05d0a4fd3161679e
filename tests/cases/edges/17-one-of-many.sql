SELECT json_object('id',t0."id") FROM "item" AS t0 ORDER BY t0."id" LIMIT +?1;
