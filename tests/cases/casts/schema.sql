CREATE TABLE owner (
  id INT PRIMARY KEY,
  name VARCHAR(20) NOT NULL,
  joined DATE NOT NULL,
  credit DECIMAL(8,2) NOT NULL
);
CREATE TABLE thing (
  id INT PRIMARY KEY,
  owner_id INT,
  ok BOOL, small TINYINT, large BIGINT, hash BIGINT UNSIGNED, bits BIT(9), made YEAR,
  price DECIMAL(10,2), exact DECIMAL(40,10), count_of DECIMAL(25,0), single FLOAT, ratio DOUBLE,
  label VARCHAR(40), raw VARBINARY(8), size ENUM('small', 'large'), tags SET('x', 'y'),
  on_day DATE, at_time TIME, moment DATETIME(3), instant TIMESTAMP NULL, doc JSON, place POINT,
  FOREIGN KEY (owner_id) REFERENCES owner (id)
);
CREATE VIEW priced AS SELECT id, price, ratio, ok, moment, doc FROM thing WHERE price IS NOT NULL;
