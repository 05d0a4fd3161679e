CREATE TABLE publisher (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  UNIQUE KEY name (name)
);

CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  mentor_id INT DEFAULT NULL,
  publisher_id INT DEFAULT NULL,
  KEY name (name),
  CONSTRAINT author_mentor FOREIGN KEY (mentor_id) REFERENCES author (id),
  CONSTRAINT author_publisher FOREIGN KEY (publisher_id) REFERENCES publisher (id)
);

CREATE TABLE profile (
  author_id INT NOT NULL PRIMARY KEY,
  bio TEXT,
  CONSTRAINT profile_author FOREIGN KEY (author_id) REFERENCES author (id)
);

CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id INT DEFAULT NULL,
  title VARCHAR(100) NOT NULL,
  price DECIMAL(8,2) DEFAULT NULL,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE SET NULL
);

-- Composite keys, and a table and a column named as the words of a filter.
CREATE TABLE edition (
  book_id INT NOT NULL,
  number INT NOT NULL,
  `not` VARCHAR(20) DEFAULT NULL,
  PRIMARY KEY (book_id, number),
  CONSTRAINT edition_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE
);

CREATE TABLE `or` (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  book_id INT NOT NULL,
  edition_number INT NOT NULL,
  copies INT NOT NULL,
  CONSTRAINT or_edition FOREIGN KEY (book_id, edition_number) REFERENCES edition (book_id, number) ON DELETE CASCADE
);

-- Its name is one that a subquery has for a row.
CREATE TABLE t0 (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  parent_id INT DEFAULT NULL,
  label VARCHAR(20) NOT NULL,
  CONSTRAINT t0_parent FOREIGN KEY (parent_id) REFERENCES t0 (id) ON DELETE CASCADE
);
