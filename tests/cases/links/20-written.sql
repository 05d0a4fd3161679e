INSERT INTO "playlist" ("name") SELECT replace(replace(value->>'$[0]',char(1)||'0',char(0)),char(1)||'1',char(1)) FROM json_each(?1) RETURNING json_array("id");

SELECT json_object('id',t0."id",'name',t0."name",'song',(SELECT json_group_array((SELECT json_object('name',t2."name") FROM "song" AS t2 WHERE t2."id" = t1.c1 LIMIT 1)) FROM (SELECT t1."song_id" AS c1 FROM "playlist_song" AS t1 WHERE t1."playlist_id" = t0."id" ORDER BY t1."playlist_id",t1."song_id" LIMIT +?1) AS t1)) FROM json_each(?2) AS k CROSS JOIN "playlist" AS t0 ON t0."id" = k.value->>0;

INSERT INTO _ws_tx (seq, at) SELECT seq, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq;
