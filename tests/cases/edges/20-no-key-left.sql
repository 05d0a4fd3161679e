INSERT INTO "used" ("n") SELECT value->>'$[0]' FROM json_each(?1) RETURNING json_array("id");
