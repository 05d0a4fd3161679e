-- Views with window functions, named windows and aggregates of different values.
CREATE TABLE shop (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL);
CREATE TABLE sale (
  id INT AUTO_INCREMENT PRIMARY KEY,
  shop_id INT NOT NULL,
  day DATE NULL,
  amount DECIMAL(10,2) NULL,
  worth DECIMAL(30,4) NULL,
  serial BIGINT UNSIGNED NULL,
  pieces SMALLINT NULL,
  weight DOUBLE NULL,
  label VARCHAR(10) NULL,
  kind ENUM('retail','online') NULL,
  FOREIGN KEY (shop_id) REFERENCES shop (id)
);
INSERT INTO shop VALUES (1, 'North'), (2, 'South'), (3, 'Empty');
INSERT INTO sale (shop_id, day, amount, worth, serial, pieces, weight, label, kind) VALUES
  (1, '2024-01-01', 10.50, 100000000000000000000.0001, 18446744073709551615, 3, 0.5, 'a', 'retail'),
  (1, '2024-01-01', 10.50, 100000000000000000000.0001, 18446744073709551615, 3, 0.5, 'A', 'online'),
  (1, '2024-02-01', 7.25, -5.5, 1, -2, 1.25, NULL, 'online'),
  (2, NULL, NULL, NULL, NULL, NULL, NULL, 'b', NULL),
  (2, '2023-12-31', -3.00, 0.0001, 9223372036854775808, 32767, -8, 'b', 'retail'),
  (2, '2024-03-01', 99999999.99, 99999999999999999999999999.9999, 1, 3, 1048576.125, 'c', 'retail'),
  (1, '2024-03-01', 0.00, 0, 0, 0, 0, '', 'online');
CREATE VIEW different AS SELECT shop_id, SUM(DISTINCT amount) AS amounts, AVG(DISTINCT amount) AS amount, SUM(DISTINCT worth) AS worths,
  AVG(DISTINCT worth) AS worth, SUM(DISTINCT serial) AS serials, AVG(DISTINCT serial) AS serial, SUM(DISTINCT pieces) AS pieces,
  AVG(DISTINCT pieces) AS piece, SUM(DISTINCT weight) AS weights, AVG(DISTINCT weight) AS weight, MAX(DISTINCT amount) AS most,
  COUNT(DISTINCT label) AS labels FROM sale GROUP BY shop_id;
CREATE VIEW different_of_all AS SELECT SUM(DISTINCT pieces) AS pieces, SUM(DISTINCT pieces * 2) + 1 AS twice, SUM(DISTINCT amount) AS amounts,
  SUM(amount) AS all_amounts FROM sale;
CREATE VIEW different_of_none AS SELECT SUM(DISTINCT pieces) AS pieces, AVG(DISTINCT worth) AS worth, SUM(DISTINCT weight) AS weight
  FROM sale WHERE id > 100;
CREATE VIEW having_different AS SELECT shop_id, COUNT(*) AS n FROM sale GROUP BY shop_id HAVING SUM(DISTINCT amount) < 1000;
CREATE VIEW named AS SELECT id, ROW_NUMBER() OVER w AS n, SUM(amount) OVER w AS so_far, MAX(amount) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS of_two,
  COUNT(*) OVER by_shop AS of_shop, RANK() OVER (by_shop ORDER BY day DESC, id) AS latest
  FROM sale WINDOW w AS (PARTITION BY shop_id ORDER BY id), by_shop AS (PARTITION BY shop_id) ORDER BY id;
CREATE VIEW named_within AS SELECT t.id, t.n, LAG(t.n) OVER w AS p FROM (SELECT id, ROW_NUMBER() OVER w AS n FROM sale WINDOW w AS (ORDER BY id DESC)) AS t
  WINDOW w AS (ORDER BY t.id);
CREATE VIEW neighbours AS SELECT id, LAG(amount, 1) OVER (ORDER BY id) AS one_before, LEAD(pieces, 2) OVER (PARTITION BY shop_id ORDER BY id) AS two_behind,
  FIRST_VALUE(label) OVER (ORDER BY id) AS first_label, LAST_VALUE(day) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_day,
  NTH_VALUE(amount, 2) OVER (ORDER BY id) AS second FROM sale;
CREATE VIEW moving AS SELECT id, SUM(amount) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS of_three, AVG(pieces) OVER (PARTITION BY kind ORDER BY id) AS mean,
  MIN(day) OVER (ORDER BY id ROWS 2 PRECEDING) AS earliest, COUNT(label) OVER (PARTITION BY shop_id) AS labels, DENSE_RANK() OVER (ORDER BY shop_id) AS shop,
  NTILE(3) OVER (ORDER BY id DESC) AS third FROM sale;
CREATE TABLE seat (shop_id INT NOT NULL, row_nr INT NOT NULL, note VARCHAR(9) NULL, PRIMARY KEY (shop_id, row_nr));
INSERT INTO seat VALUES (1, 1, 'a'), (1, 2, NULL), (3, 9, 'z'), (4, 1, 'y');
CREATE VIEW right_using AS SELECT * FROM (SELECT id AS shop_id, name FROM shop) AS s RIGHT JOIN seat USING (shop_id);
CREATE VIEW right_natural AS SELECT * FROM seat NATURAL RIGHT JOIN (SELECT id AS shop_id, name FROM shop) AS s;
CREATE VIEW right_then_left AS SELECT shop_id, name, row_nr, note, x.n FROM seat RIGHT JOIN (SELECT id AS shop_id, name FROM shop) AS s USING (shop_id)
  LEFT JOIN (SELECT 1 AS shop_id, 5 AS n) AS x USING (shop_id);
CREATE VIEW right_counted AS SELECT shop_id, COUNT(row_nr) AS seats FROM seat RIGHT JOIN (SELECT id AS shop_id FROM shop) AS s USING (shop_id) GROUP BY shop_id;
