CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL COMMENT 'As on the cover: "*/" and `so` on',
  country CHAR(2) DEFAULT NULL,
  mentor_id INT DEFAULT NULL,
  CONSTRAINT author_mentor FOREIGN KEY (mentor_id) REFERENCES author (id)
) COMMENT='Who wrote a book';

CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  year SMALLINT UNSIGNED DEFAULT NULL,
  price DECIMAL(8,2) NOT NULL DEFAULT '0.00',
  weight DOUBLE DEFAULT NULL,
  copies BIGINT NOT NULL DEFAULT 0,
  format ENUM('paper', 'audio') NOT NULL DEFAULT 'paper',
  size ENUM('A-4', 'A-5') DEFAULT NULL,
  tags SET('new', 'sale') NOT NULL DEFAULT '',
  extra JSON,
  published_at DATETIME DEFAULT NULL,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
  UNIQUE KEY title (author_id, title),
  CONSTRAINT positive CHECK (price >= 0)
);

CREATE TABLE book_text (
  book_id INT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  CONSTRAINT text_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE
);

CREATE TABLE vote (
  book_id INT NOT NULL,
  voter VARCHAR(20) NOT NULL,
  stars TINYINT NOT NULL,
  PRIMARY KEY (book_id, voter),
  CONSTRAINT vote_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE
);

CREATE TABLE claim (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  falsehood VARCHAR(20) NOT NULL,
  nullable INT DEFAULT NULL,
  true_at DATETIME DEFAULT NULL,
  UNIQUE KEY falsehood (falsehood)
) COMMENT='Its columns begin as values do that GraphQL writes';

CREATE TABLE log_line (line VARCHAR(100), at DATETIME);
