CREATE TABLE shop (
  id INT PRIMARY KEY,
  name VARCHAR(50) NOT NULL
);
CREATE TABLE item (
  id INT AUTO_INCREMENT PRIMARY KEY,
  shop_id INT,
  doc JSON NOT NULL,
  more JSON,
  `value` JSON COMMENT 'A column named as one of json_each',
  tags SET('red', 'green', 'blue'),
  price DECIMAL(10, 2),
  total DECIMAL(40, 10),
  serial BIGINT UNSIGNED,
  active BOOL,
  made DATETIME(3),
  stamp TIMESTAMP NULL,
  ratio DOUBLE,
  FOREIGN KEY (shop_id) REFERENCES shop (id)
);
