-- InnoDB lets a foreign key refer to any indexed columns: here to a part of a key, and to a plain index.
CREATE TABLE translation (
  code CHAR(2) NOT NULL,
  lang CHAR(2) NOT NULL,
  name VARCHAR(40) NOT NULL,
  PRIMARY KEY (code, lang),
  KEY by_name (name)
) ENGINE=InnoDB;
CREATE TABLE city (
  id INT AUTO_INCREMENT PRIMARY KEY,
  country_code CHAR(2),
  named_after VARCHAR(40),
  CONSTRAINT city_country FOREIGN KEY (country_code) REFERENCES translation (code) ON UPDATE CASCADE,
  CONSTRAINT city_name FOREIGN KEY (named_after) REFERENCES translation (name) ON DELETE SET NULL
) ENGINE=InnoDB;
INSERT INTO translation VALUES ('CZ','cs','Česko'),('CZ','en','Czechia'),('AT','de','Österreich');
INSERT INTO city (country_code, named_after) VALUES ('CZ','Czechia'),('AT',NULL),(NULL,NULL);
