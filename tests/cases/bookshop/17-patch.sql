UPDATE "book" SET "year"=?1 WHERE "year" IS NULL RETURNING json_object('id',"id",'authorId',"author_id",'title',"title",'year',"year",'price',CASE WHEN "price"<0 THEN '-'||(-("price"/100))||CASE WHEN (-("price"%100))<10 THEN '.0' ELSE '.' END||(-("price"%100)) ELSE (("price"/100)||CASE WHEN ("price"%100)<10 THEN '.0' ELSE '.' END||("price"%100)) END,'available',json(CASE "available" WHEN 0 THEN 'false' WHEN 1 THEN 'true' END));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
