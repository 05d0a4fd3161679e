SELECT (SELECT count(*) FROM "_ws_rows.word" AS t1) UNION ALL SELECT * FROM (SELECT json_object('cursor',hex(json_array(691595649,replace(replace(t0.c0,char(1),char(1)||'1'),char(0),char(1)||'0'),t0.r)),'node',json_object('word',t0.c0,'n',t0.c1)) FROM (SELECT t0."word" AS c0,t0."n" AS c1,t0._ws_row AS r FROM "_ws_rows.word" AS t0 ORDER BY t0."word" NULLS LAST,t0._ws_row LIMIT +?1+1) AS t0 LIMIT -1);

SELECT count(*),string_agg(json_object('label',t0.c0,'kind',t0.c1),',') FROM (SELECT t0."label" AS c0,t0."kind" AS c1 FROM "_ws_rows.contact" AS t0 WHERE t0."kind" <> ?1 ORDER BY t0._ws_row LIMIT +?2) AS t0;

SELECT count(*),string_agg(json_object('country',t0.c0),',') FROM (SELECT t0."country" AS c0 FROM "_ws_rows.country" AS t0 ORDER BY t0._ws_row LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('name',t0.c0,'most',CASE WHEN t0.c1<0 THEN '-'||(-(t0.c1/100))||CASE WHEN (-(t0.c1%100))<10 THEN '.0' ELSE '.' END||(-(t0.c1%100)) ELSE ((t0.c1/100)||CASE WHEN (t0.c1%100)<10 THEN '.0' ELSE '.' END||(t0.c1%100)) END),',') FROM (SELECT t0."name" AS c0,t0."most" AS c1 FROM "_ws_rows.best" AS t0 ORDER BY t0."most" DESC,t0._ws_row DESC LIMIT +?1) AS t0;

SELECT count(*),string_agg(json_object('customerId',t0.c0,'spent',CASE WHEN t0.c1>='1' THEN ltrim(substr(t0.c1,2,17),'0')||substr(t0.c1,19,1)||'.'||substr(t0.c1,20,2) WHEN t0.c1 IS NOT NULL THEN printf('-%s%s.%s',ltrim(printf('%017d',99999999999999999-substr(t0.c1,2,17)),'0'),printf('%01d',9-substr(t0.c1,19,1)),printf('%02d',99-substr(t0.c1,20,2))) END),',') FROM (SELECT t0."customer_id" AS c0,t0."spent" AS c1 FROM "large_spender" AS t0 ORDER BY t0."customer_id" LIMIT +?1) AS t0;
