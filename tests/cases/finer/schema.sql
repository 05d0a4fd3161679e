CREATE TABLE reading (
  id INT PRIMARY KEY,
  at TIMESTAMP NULL,
  at_ms TIMESTAMP(3) NULL,
  local_at DATETIME,
  day DATE,
  clock TIME,
  price DECIMAL(8,2),
  wide DECIMAL(30,4),
  tiny TINYINT,
  serial BIGINT UNSIGNED,
  made YEAR
);
