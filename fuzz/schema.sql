CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  mentor_id INT,
  FOREIGN KEY (mentor_id) REFERENCES author (id)
);
CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  editor_id INT,
  title VARCHAR(200) NOT NULL,
  year SMALLINT UNSIGNED,
  price DECIMAL(8,2) NOT NULL DEFAULT '0.00',
  exact DECIMAL(40,10),
  ok BOOL,
  big BIGINT UNSIGNED,
  kind ENUM('novel','essay'),
  tags SET('a','b'),
  data JSON,
  raw VARBINARY(20),
  at DATETIME(3),
  took TIME,
  ratio DOUBLE,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
  CONSTRAINT book_editor FOREIGN KEY (editor_id) REFERENCES author (id) ON DELETE SET NULL,
  UNIQUE KEY title (author_id, title)
);
CREATE TABLE shelf (room INT, nr INT, book_id INT, PRIMARY KEY (room, nr), FOREIGN KEY (book_id) REFERENCES book (id));
CREATE TABLE log (line VARCHAR(50), FULLTEXT KEY (line));
