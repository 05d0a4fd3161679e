INSERT INTO "child" ("parent_id","amount","created") SELECT value->>'$[0]',value->>'$[1]',strftime('%Y-%m-%dT%H:%M:%S','now') FROM json_each(?1);
