INSERT INTO "reading" ("sensor","taken","celsius") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)),value->>'$[1]',value->>'$[2]' FROM json_each(?1) RETURNING json_object('sensor',"sensor",'celsius',CASE WHEN "celsius">=0 THEN printf('%d.%02d',"celsius"/100,"celsius"%100) WHEN "celsius"<0 THEN printf('-%d.%02d',-("celsius"/100),-("celsius"%100)) END);

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
