CREATE TABLE author (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL UNIQUE
);
CREATE TABLE book (
  id INT AUTO_INCREMENT PRIMARY KEY,
  title VARCHAR(50) NOT NULL,
  price DECIMAL(40,10) NULL,
  author_id BIGINT UNSIGNED NULL,
  facts JSON NULL,
  FOREIGN KEY (author_id) REFERENCES author (id),
  CONSTRAINT cheap CHECK (price < 1000)
);
CREATE TABLE shelf (room CHAR(3), place INT, kind ENUM('low', 'high') NOT NULL DEFAULT 'low', PRIMARY KEY (room, place));
CREATE TABLE filing (room CHAR(3) NOT NULL, place INT NOT NULL, book_id INT NOT NULL, note VARBINARY(20) NULL, seen SET('day', 'night') NULL,
  PRIMARY KEY (room, place, book_id), FOREIGN KEY (room, place) REFERENCES shelf (room, place), FOREIGN KEY (book_id) REFERENCES book (id));
CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(50) NOT NULL) COMMENT 'Short. @requireIfMatch';
CREATE TABLE essay (id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR(50) NOT NULL, words TEXT, tags JSON NULL, FULLTEXT KEY found (title, words));
