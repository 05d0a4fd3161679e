CREATE TABLE planet (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED
);
CREATE TABLE land (
  id INT AUTO_INCREMENT PRIMARY KEY,
  planet_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (planet_id) REFERENCES planet (id)
);
CREATE TABLE region (
  id INT AUTO_INCREMENT PRIMARY KEY,
  land_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (land_id) REFERENCES land (id)
);
CREATE TABLE city (
  id INT AUTO_INCREMENT PRIMARY KEY,
  region_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (region_id) REFERENCES region (id)
);
CREATE TABLE street (
  id INT AUTO_INCREMENT PRIMARY KEY,
  city_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (city_id) REFERENCES city (id)
);
CREATE TABLE house (
  id INT AUTO_INCREMENT PRIMARY KEY,
  street_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (street_id) REFERENCES street (id)
);
CREATE TABLE room (
  id INT AUTO_INCREMENT PRIMARY KEY,
  house_id INT NOT NULL,
  name VARCHAR(20) NOT NULL,
  height DOUBLE,
  price DECIMAL(10,2),
  worth DECIMAL(30,4),
  people BIGINT UNSIGNED,
  FOREIGN KEY (house_id) REFERENCES house (id)
);
