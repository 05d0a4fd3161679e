SELECT json_array(replace(replace(t0."owner",char(1),char(1)||'1'),char(0),char(1)||'0'),CASE WHEN t0."branch" IS NOT NULL THEN hex(t0."branch") END,t0."balance",replace(replace(t0."etag",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "account" AS t0 WHERE (t0."owner" = ?1 AND t0."branch" = ?2) LIMIT 2;

DELETE FROM "account" WHERE ("owner" = ?1 AND "branch" = ?2) RETURNING json_object('owner',"owner",'branch',CASE WHEN "branch" IS NOT NULL THEN '~b:'||?3||':'||hex("branch") END,'balance',CASE WHEN "balance"<0 THEN '-'||(-("balance"/100))||CASE WHEN (-("balance"%100))<10 THEN '.0' ELSE '.' END||(-("balance"%100)) ELSE (("balance"/100)||CASE WHEN ("balance"%100)<10 THEN '.0' ELSE '.' END||("balance"%100)) END,'etag2',"etag");

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
