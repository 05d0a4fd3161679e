CREATE TABLE shop (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL);
CREATE TABLE sale (
  id INT AUTO_INCREMENT PRIMARY KEY,
  shop_id INT NOT NULL,
  day DATE NOT NULL,
  amount DECIMAL(10,2) NOT NULL,
  worth DECIMAL(30,4) NULL,
  serial BIGINT UNSIGNED NULL,
  weight DOUBLE NULL,
  label VARCHAR(10) NULL,
  FOREIGN KEY (shop_id) REFERENCES shop (id)
);
CREATE VIEW ranked AS
  SELECT id, shop_id, amount,
    ROW_NUMBER() OVER (PARTITION BY shop_id ORDER BY amount DESC, id) AS place,
    RANK() OVER (ORDER BY amount DESC) AS rank_of_all,
    DENSE_RANK() OVER (ORDER BY amount DESC) AS dense,
    NTILE(2) OVER (ORDER BY id) AS half
  FROM sale;
CREATE VIEW running AS
  SELECT id, day,
    SUM(amount) OVER (ORDER BY day, id) AS so_far,
    MAX(worth) OVER (PARTITION BY shop_id) AS of_shop,
    AVG(amount) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS of_two,
    MIN(serial) OVER () AS serials,
    SUM(id * 4000000000000000) OVER (ORDER BY id) AS large,
    SUM(weight) OVER (ORDER BY id) AS weights,
    COUNT(*) OVER (PARTITION BY shop_id) AS number_of_shop,
    COUNT(label) OVER () AS labels,
    MAX(day) OVER (PARTITION BY label) AS last_of_label,
    MIN(label) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS first_label
  FROM sale;
CREATE VIEW neighbours AS
  SELECT id, LAG(amount) OVER (ORDER BY id) AS before_it, LEAD(amount, 2) OVER (ORDER BY id) AS two_behind,
    FIRST_VALUE(day) OVER (PARTITION BY shop_id ORDER BY day, id) AS first_day,
    amount - LAG(amount) OVER (ORDER BY id) AS growth
  FROM sale;
CREATE VIEW best AS SELECT r.id, r.shop_id, r.amount, s.name FROM ranked r JOIN shop s ON s.id = r.shop_id WHERE r.place = 1;
CREATE VIEW by_shop AS
  SELECT shop_id, total, RANK() OVER (ORDER BY total DESC) AS place
  FROM (SELECT shop_id, SUM(amount) AS total FROM sale GROUP BY shop_id) AS totals;
CREATE VIEW without_sales AS SELECT id FROM shop EXCEPT SELECT shop_id FROM sale;
CREATE VIEW labels_of_both AS SELECT label FROM sale WHERE shop_id = 1 INTERSECT SELECT label FROM sale WHERE shop_id = 2;
CREATE VIEW mixed AS
  SELECT 1 AS n UNION SELECT 2 INTERSECT SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 4;
CREATE VIEW taken_away AS SELECT 1 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 2;
CREATE VIEW named AS
  SELECT id, PERCENT_RANK() OVER w AS percent, CUME_DIST() OVER w AS share, LAG(amount, 1, 0) OVER w AS before_it,
    LEAD(label, 1, 'none') OVER (w ROWS UNBOUNDED PRECEDING) AS behind_it
  FROM sale WINDOW w AS (ORDER BY id);
CREATE VIEW different AS SELECT shop_id, SUM(DISTINCT amount) AS amounts, AVG(DISTINCT worth) AS worth FROM sale GROUP BY shop_id;
