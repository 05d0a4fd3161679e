CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(100) NOT NULL,
  country CHAR(2) DEFAULT NULL,
  PRIMARY KEY (id),
  KEY country (country)
) COMMENT='Who wrote a book';

CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  title VARCHAR(200) NOT NULL COMMENT 'As printed on the cover',
  year SMALLINT UNSIGNED DEFAULT NULL,
  price DECIMAL(8,2) NOT NULL DEFAULT '0.00',
  available BOOL NOT NULL DEFAULT TRUE,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
  UNIQUE KEY title (author_id, title),
  KEY year (year)
);

CREATE TABLE review (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  book_id INT NOT NULL,
  rating TINYINT NOT NULL,
  body TEXT,
  CONSTRAINT review_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE,
  CONSTRAINT rating_range CHECK (rating BETWEEN 1 AND 5)
);
