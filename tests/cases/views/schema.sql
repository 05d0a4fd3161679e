CREATE TABLE customer (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  country VARCHAR(2) NULL,
  tier ENUM('basic', 'gold') NOT NULL DEFAULT 'basic'
);
CREATE TABLE purchase (
  id BIGINT UNSIGNED PRIMARY KEY,
  customer_id INT NOT NULL,
  amount DECIMAL(10, 2) NOT NULL,
  rate DECIMAL(30, 12) NULL,
  bought DATETIME NOT NULL,
  took TIME NULL,
  tags SET('a', 'b', 'c') NOT NULL DEFAULT '',
  raw VARBINARY(8) NULL,
  extra JSON NULL,
  FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE TABLE tag (word VARCHAR(20) NULL, n INT NULL);

-- Views may read from views that stand further down.
CREATE ALGORITHM = MERGE DEFINER = `root`@`localhost` SQL SECURITY DEFINER VIEW gold_purchase AS
  SELECT * FROM purchase_list WHERE tier = 'gold' WITH CASCADED CHECK OPTION;
CREATE VIEW purchase_list AS
  SELECT p.*, c.name AS customer_name, c.tier, p.amount * 2 AS doubled
  FROM purchase p JOIN customer c ON c.id = p.customer_id;
CREATE VIEW customer_total (customer_id, name, purchases, total, mean, first_at, last_at) AS
  SELECT c.id, c.name, COUNT(p.id), SUM(p.amount), AVG(p.amount), MIN(p.bought), MAX(p.bought)
  FROM customer c LEFT JOIN purchase p ON p.customer_id = c.id
  GROUP BY c.id, c.name;
CREATE OR REPLACE VIEW country AS SELECT DISTINCT country FROM customer;
CREATE VIEW word AS SELECT word, n FROM tag WHERE n IS NULL OR n < 100;
CREATE VIEW contact AS
  SELECT name AS label, 'customer' AS kind FROM customer
  UNION ALL SELECT word, 'tag' FROM tag
  UNION ALL SELECT CASE WHEN amount > 100 THEN 'large' ELSE 'small' END, 'purchase' FROM purchase;
CREATE VIEW best AS
  SELECT c.name, (SELECT MAX(p.amount) FROM purchase p WHERE p.customer_id = c.id) AS most FROM customer c
  WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id AND p.amount >= 10)
  ORDER BY most DESC, c.id LIMIT 3;
CREATE VIEW large_spender AS
  SELECT customer_id, SUM(amount) AS spent FROM purchase GROUP BY customer_id HAVING spent > 50;
