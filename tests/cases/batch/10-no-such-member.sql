SELECT json_object('name',t0."name"),json_array(t0."id",replace(replace(t0."name",char(1),char(1)||'1'),char(0),char(1)||'0')) FROM "author" AS t0 WHERE t0."id" = ?1 LIMIT 1;
