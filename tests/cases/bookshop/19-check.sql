INSERT INTO "review" ("book_id","rating") SELECT value->>'$[0]',value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");
