UPDATE "item" SET "more"=?1 WHERE (CASE json_type("item"."value",?2) WHEN 'text' THEN ("item"."value"->>?2) WHEN 'null' THEN NULL ELSE (("item"."value"->?2)||'') END) = ?3 RETURNING json_object('id',"id",'b',("item"."doc"->?4));

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
