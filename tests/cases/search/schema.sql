CREATE TABLE author (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);

CREATE TABLE book (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  blurb TEXT,
  year INT,
  FULLTEXT KEY ft_title (title),
  FULLTEXT KEY ft_all (title, blurb),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Rows in the key's own tree: the index numbers them by a side table.
CREATE TABLE tag (
  lang CHAR(2) NOT NULL,
  word VARCHAR(40) NOT NULL,
  note VARCHAR(100),
  PRIMARY KEY (lang, word),
  FULLTEXT (word, note)
);

-- No key at all, and columns named as SQLite's own.
CREATE TABLE line (
  rowid INT,
  `rank` VARCHAR(20),
  search_score TEXT,
  FULLTEXT KEY (search_score, `rank`)
);
