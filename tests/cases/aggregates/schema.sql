CREATE TABLE shop (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  kind ENUM('corner', 'market', 'online') NOT NULL,
  manager_id INT NULL,
  FOREIGN KEY (manager_id) REFERENCES shop (id)
);

CREATE TABLE sale (
  id INT AUTO_INCREMENT PRIMARY KEY,
  shop_id INT NULL,
  product VARCHAR(40) NOT NULL,
  label VARCHAR(40) COLLATE utf8mb4_bin NULL,
  size ENUM('small', 'medium', 'large') NULL,
  pieces INT NOT NULL DEFAULT 1,
  price DECIMAL(8,2) NULL,
  total DECIMAL(18,6) NULL,
  huge DECIMAL(65,30) NULL,
  serial BIGINT NULL,
  hash BIGINT UNSIGNED NULL,
  weight DOUBLE NULL,
  paid BOOLEAN NOT NULL DEFAULT FALSE,
  tags SET('new', 'gift') NULL,
  token VARBINARY(8) NULL,
  sold_on DATE NULL,
  sold_at DATETIME(3) NULL,
  seen_at TIMESTAMP NULL,
  took TIME NULL,
  note JSON NULL,
  FOREIGN KEY (shop_id) REFERENCES shop (id),
  KEY by_product (product)
);

CREATE TABLE nothing (
  id INT PRIMARY KEY,
  amount DECIMAL(40,10) NULL,
  label VARCHAR(10) NULL
);

CREATE TABLE bare (word TEXT NULL, document JSON NULL);
CREATE TABLE documents (document JSON NULL);
