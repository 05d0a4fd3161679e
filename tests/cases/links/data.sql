INSERT INTO song (name, seconds, about) VALUES ('Blue', 180, '{"key": "A"}'), ('Green', 240, NULL), ('Red', 60, NULL), ('Grey', 240, NULL);
INSERT INTO playlist (name) VALUES ('Morning'), ('Evening'), ('Empty');
INSERT INTO playlist_song VALUES (1, 1, 2), (1, 2, 1), (2, 2, 1), (2, 3, 2), (2, 4, 3);
INSERT INTO person (name) VALUES ('Ann'), ('Bob'), ('Cy');
INSERT INTO listener VALUES (1, 1), (1, 2), (2, 2);
INSERT INTO editor (person_id, playlist_id) VALUES (3, 1);
INSERT INTO play (person_id, song_id) VALUES (1, 1), (1, 1);
INSERT INTO friendship VALUES (1, 2), (1, 3), (2, 3);
