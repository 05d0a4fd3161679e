SELECT ifnull(max(seq), 0) FROM _ws_log;

INSERT INTO "book" AS t0 ("id","isbn","title") SELECT t1.value->>'$[0]',replace(replace(t1.value->>'$[1]',char(1)||'0',char(0)),char(1)||'1',char(1)),replace(replace(t1.value->>'$[2]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) AS t1 WHERE true ON CONFLICT ("id") DO UPDATE SET "isbn"=excluded."isbn","title"=excluded."title","touched"=CASE WHEN (t0."isbn" COLLATE BINARY IS NOT excluded."isbn" OR t0."title" COLLATE BINARY IS NOT excluded."title") THEN strftime('%Y-%m-%dT%H:%M:%S','now') ELSE t0."touched" END RETURNING json_object('id',"id",'title',"title",'price',CASE WHEN "price">='1' THEN ltrim(substr("price",2,29),'0')||substr("price",31,1)||'.'||substr("price",32,10) WHEN "price" IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%018d%011d',999999999999999999-substr("price",2,18),99999999999-substr("price",20,11)),'0'),printf('%01d',9-substr("price",31,1)),printf('%010d',9999999999-substr("price",32,10))) END);

SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
