INSERT INTO "account" AS t0 ("owner") SELECT replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("owner") DO NOTHING RETURNING json_array("id");

SELECT CASE WHEN t0."owner" IS NOT NULL THEN json_array(t0."id") ELSE 'null' END FROM json_each(?1) AS t1 LEFT JOIN "account" AS t0 ON t0."owner" = replace(replace(t1.value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1));

INSERT INTO "card" ("label","account_id") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]' FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('account',(SELECT json_object('id',t1."id",'balance',t1."balance") FROM "account" AS t1 WHERE t1."id" = t0."account_id" LIMIT 1)) FROM json_each(?1) AS k CROSS JOIN "card" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
