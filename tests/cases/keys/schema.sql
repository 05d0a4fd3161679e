CREATE TABLE staff (
  staff_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(20) NOT NULL,
  manager_id SMALLINT UNSIGNED NULL,
  FOREIGN KEY (manager_id) REFERENCES staff (staff_id) ON DELETE SET NULL
);
CREATE TABLE language (language_id INT PRIMARY KEY, name VARCHAR(20) UNIQUE NOT NULL);
CREATE TABLE film (
  film_id INT PRIMARY KEY,
  title VARCHAR(50) NOT NULL,
  language_id INT NOT NULL,
  original_language_id INT NULL,
  CONSTRAINT fk_language FOREIGN KEY (language_id) REFERENCES language (language_id) ON UPDATE CASCADE,
  CONSTRAINT fk_original FOREIGN KEY (original_language_id) REFERENCES language (language_id) ON UPDATE CASCADE
);
CREATE TABLE film_text (film_id INT PRIMARY KEY, body TEXT, FOREIGN KEY (film_id) REFERENCES film (film_id) ON DELETE CASCADE);
CREATE TABLE cast_member (film_id INT, position INT, name VARCHAR(30), PRIMARY KEY (film_id, position), FOREIGN KEY (film_id) REFERENCES film (film_id));
CREATE TABLE credit (film_id INT, position INT, role VARCHAR(30), FOREIGN KEY (film_id, position) REFERENCES cast_member (film_id, position) ON DELETE CASCADE);
CREATE TABLE log_line (at DATETIME, line VARCHAR(100));
