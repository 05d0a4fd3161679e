UPDATE "item" SET "more"=CASE json_type("more") WHEN 'array' THEN json_remove("more",CASE WHEN CAST(?1 AS INTEGER)<0 THEN '$[#'||CAST(?1 AS INTEGER)||']' ELSE '$['||CAST(?1 AS INTEGER)||']' END) ELSE CASE WHEN "more" IS NOT NULL THEN json_extract('0','cast:A'||substr("more",1,60)) END END WHERE "id" = ?2 RETURNING json_object('more',json("more"));

UPDATE "item" SET "more"=CASE json_type("more") WHEN 'array' THEN json_remove("more",CASE WHEN CAST(?1 AS INTEGER)<0 THEN '$[#'||CAST(?1 AS INTEGER)||']' ELSE '$['||CAST(?1 AS INTEGER)||']' END) ELSE CASE WHEN "more" IS NOT NULL THEN json_extract('0','cast:A'||substr("more",1,60)) END END WHERE "id" = ?2 RETURNING json_object('more',json("more"));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
