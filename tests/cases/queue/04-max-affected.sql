UPDATE "job" AS w SET "queue"=?1 WHERE (w."id") IN (SELECT t0.c0 FROM (SELECT t0."slot" AS c2,t0."id" AS c0 FROM "job" AS t0 ORDER BY t0."slot" DESC,t0."id" DESC LIMIT +?2) AS t0);

SELECT changes();
