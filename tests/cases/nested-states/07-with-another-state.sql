SELECT json_array(t0."id",replace(replace(t0."owner",char(1),char(1)||'1'),char(0),char(1)||'0'),t0."balance") FROM "account" AS t0 WHERE t0."id" = ?1 LIMIT 2;
