CREATE TABLE author (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);
CREATE TABLE book (
  id INT AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  price DECIMAL(40,10),
  copies BIGINT UNSIGNED,
  kind ENUM('novel', 'essay'),
  tags SET('a', 'b'),
  cover BLOB,
  rating DOUBLE,
  lasts TIME,
  facts JSON,
  FOREIGN KEY (author_id) REFERENCES author (id)
);
CREATE TABLE account (
  owner VARCHAR(20),
  branch BINARY(2),
  balance DECIMAL(12,2) NOT NULL,
  etag VARCHAR(20),
  PRIMARY KEY (owner, branch)
) COMMENT='Money. @requireIfMatch';
