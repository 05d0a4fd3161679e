UPDATE "tag" SET "word"=?1,"note"=?2 WHERE "word" = ?3 RETURNING json_object('word',"word",'searchScore',NULL);

DELETE FROM "book" WHERE "id" = ?1;

SELECT changes();

UPDATE "book" SET "blurb"=?1 WHERE "id" = ?2;

SELECT changes();

INSERT INTO "book" ("id","author_id","title","blurb") SELECT value->>'$[0]',value->>'$[1]',replace(replace(value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(value->>'$[3]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1);

SELECT changes();

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
