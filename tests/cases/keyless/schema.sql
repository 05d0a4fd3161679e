CREATE TABLE reading (
  sensor VARCHAR(20) NOT NULL,
  taken DATETIME NOT NULL,
  celsius DECIMAL(5,2),
  KEY (sensor, taken)
);
