CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(100) NOT NULL,
  country VARCHAR(60),
  PRIMARY KEY (id)
) COMMENT='Who wrote a book';

CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT,
  title VARCHAR(200) NOT NULL,
  year SMALLINT NOT NULL,
  price DECIMAL(8,2) NOT NULL,
  author_id INT NOT NULL,
  PRIMARY KEY (id),
  KEY book_author (author_id),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id)
) COMMENT='A book for sale';

CREATE TABLE review (
  id INT NOT NULL AUTO_INCREMENT,
  book_id INT NOT NULL,
  rating TINYINT NOT NULL,
  body TEXT,
  written_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY review_book (book_id),
  CONSTRAINT review_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE,
  CONSTRAINT review_rating CHECK (rating BETWEEN 1 AND 5)
) COMMENT='What a reader thinks of a book';
