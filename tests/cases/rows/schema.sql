-- Rows in other forms than a JSON array, and pages by cursors.
CREATE TABLE shelf (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  label VARCHAR(60) NOT NULL
);
CREATE TABLE item (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shelf_id INT NULL,
  name VARCHAR(80) NULL,
  price DECIMAL(20,4) NULL,
  stock BIGINT UNSIGNED NULL,
  sold BOOL NULL,
  day DATE NULL,
  tags SET('a','b','c') NULL,
  doc JSON NULL,
  picture VARBINARY(20) NULL,
  KEY price (price),
  CONSTRAINT item_shelf FOREIGN KEY (shelf_id) REFERENCES shelf (id)
);
CREATE TABLE note (line TEXT, n INT);
