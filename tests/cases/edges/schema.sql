-- What lies at the edge of the grammar and of types.
CREATE TABLE item (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(30) NOT NULL,
  weight INT,
  price DECIMAL(20,6),
  data JSON,
  `and` INT,
  `a.b` INT
);
CREATE TABLE line (id INT PRIMARY KEY, item_id INT NOT NULL, FOREIGN KEY (item_id) REFERENCES item (id));
CREATE TABLE used (id BIGINT AUTO_INCREMENT PRIMARY KEY, n INT);
