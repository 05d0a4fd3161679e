UPDATE "counter" SET "huge"=?1,"large"=?2,"touched"=CASE WHEN ("huge" IS NOT ?1 OR "large" IS NOT ?2) THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE "touched" END WHERE "id" = ?3;

SELECT changes();

UPDATE "counter" SET "large"=(SELECT CASE typeof(x) WHEN 'real' THEN 'x' ELSE x END FROM (SELECT "large"+CAST(?1 AS INTEGER) AS x)),"touched"=CASE WHEN "large" IS NOT (SELECT CASE typeof(x) WHEN 'real' THEN 'x' ELSE x END FROM (SELECT "large"+CAST(?1 AS INTEGER) AS x)) THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE "touched" END WHERE "id" = ?2;
