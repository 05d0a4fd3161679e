CREATE TABLE product (
  id INT NOT NULL PRIMARY KEY,
  title VARCHAR(50) NOT NULL COMMENT 'As the shop shows it.',
  name VARCHAR(50) DEFAULT NULL COMMENT 'As it was called. @deprecated Use `title`.',
  code CHAR(4) NOT NULL COMMENT '@deprecated',
  kinds SET('new', 'old') DEFAULT NULL COMMENT '@deprecated: */ """ gone'
);
CREATE TABLE price_list (
  id INT NOT NULL PRIMARY KEY,
  product_id INT NOT NULL,
  FOREIGN KEY (product_id) REFERENCES product (id)
) COMMENT='Prices. @deprecated They are in another system now.';
