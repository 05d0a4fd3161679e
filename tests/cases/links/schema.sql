CREATE TABLE song (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  seconds INT NOT NULL,
  about JSON
);
CREATE TABLE playlist (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);
-- Rows told apart by the two that they refer to.
CREATE TABLE playlist_song (
  playlist_id INT NOT NULL,
  song_id INT NOT NULL,
  position INT NOT NULL DEFAULT 0,
  PRIMARY KEY (playlist_id, song_id),
  FOREIGN KEY (playlist_id) REFERENCES playlist (id),
  FOREIGN KEY (song_id) REFERENCES song (id)
);
CREATE TABLE person (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);
-- Two tables between person and playlist, one with a key of its own.
CREATE TABLE listener (
  person_id INT NOT NULL,
  playlist_id INT NOT NULL,
  PRIMARY KEY (person_id, playlist_id),
  CONSTRAINT listens FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT listened FOREIGN KEY (playlist_id) REFERENCES playlist (id)
);
CREATE TABLE editor (
  id INT AUTO_INCREMENT PRIMARY KEY,
  person_id INT NOT NULL,
  playlist_id INT NOT NULL,
  UNIQUE (person_id, playlist_id),
  FOREIGN KEY (person_id) REFERENCES person (id),
  FOREIGN KEY (playlist_id) REFERENCES playlist (id)
);
-- No table between: one person may have many plays of one song.
CREATE TABLE play (
  id INT AUTO_INCREMENT PRIMARY KEY,
  person_id INT NOT NULL,
  song_id INT NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person (id),
  FOREIGN KEY (song_id) REFERENCES song (id)
);
-- Both ends are one table.
CREATE TABLE friendship (
  person_id INT NOT NULL,
  friend_id INT NOT NULL,
  PRIMARY KEY (person_id, friend_id),
  CONSTRAINT friendOf FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT friendTo FOREIGN KEY (friend_id) REFERENCES person (id)
);
