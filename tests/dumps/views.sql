-- Views over every kind of expression and query that is translated, held against MariaDB.
CREATE TABLE item (
  id INT PRIMARY KEY,
  word VARCHAR(40) NULL,
  code VARCHAR(40) COLLATE utf8mb4_bin NULL,
  amount DECIMAL(10,2) NULL,
  wide DECIMAL(30,10) NULL,
  n INT NULL,
  big BIGINT UNSIGNED NULL,
  x DOUBLE NULL,
  d DATE NULL,
  at DATETIME(3) NULL,
  t TIME NULL,
  e ENUM('small','large') NULL,
  s SET('a','b','c') NULL,
  raw VARBINARY(8) NULL
) DEFAULT CHARSET=utf8mb4;
INSERT INTO item VALUES
 (1,'Hello World','a.b.c',12.50,1.5,7,18446744073709551615,1.5,'2024-02-29','2024-02-29 23:59:59.999','10:11:12','small','a,c',x'00ff'),
 (2,'','x',-0.01,-99999999999999999999.0000000001,-7,0,-0.25,'2023-12-31','2023-12-31 00:00:00.000','-01:00:00','large','',x''),
 (3,'éa HELLO','www.example.com',99999999.99,0,0,9223372036854775808,1e10,'2024-03-01','2024-03-01 12:30:05.120','838:59:59',NULL,'a,b,c',x'41'),
 (4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
 (5,'hello world','A.B',12.50,1.5,7,5,1.5,'2000-01-01','2000-01-01 00:00:00.000','00:00:00','small','b',x'61'),
 (6,'a-b-c-d','aaa',0.00,123.4567890123,100,6,0,'1999-12-31','1999-12-31 11:59:59.001','23:59:59','large','c',x'ffffffffffffffff');
CREATE TABLE part (
  item_id INT NOT NULL,
  line INT NOT NULL,
  qty DECIMAL(6,3) NOT NULL,
  note VARCHAR(20) NULL,
  PRIMARY KEY (item_id, line),
  FOREIGN KEY (item_id) REFERENCES item (id)
) DEFAULT CHARSET=utf8mb4;
INSERT INTO part VALUES (1,1,1.500,'b'),(1,2,2.250,'a'),(2,1,0.001,NULL),(3,1,10.000,'z'),(3,2,10.000,'z'),(3,3,0.500,'B');

CREATE VIEW texts AS SELECT id, CONCAT(word, '-', n) AS c, CONCAT_WS('/', word, code, amount) AS ws, UPPER(code) AS u, LCASE(code) AS l,
  LENGTH(word) AS bytes, CHAR_LENGTH(word) AS chars, TRIM(word) AS tr, LEFT(word, 3) AS lef, RIGHT(word, 3) AS rig,
  SUBSTRING(word, 2) AS s2, SUBSTR(word, -3, 2) AS s3, SUBSTRING(word, n) AS sn, SUBSTRING(word, n - 6, n) AS snn, MID(word, 0, 2) AS s0,
  REPLACE(word, 'l', 'L') AS rep, LPAD(word, 5, '*-') AS lp, RPAD(n, 6, '0') AS rp, LPAD(id, 4, '0') AS lpn, REPEAT(code, 2) AS r2,
  SPACE(2) AS sp FROM item;
CREATE VIEW searches AS SELECT id, INSTR(word, 'world') AS i, LOCATE('o', word) AS lo, LOCATE('o', word, 6) AS lo6, LOCATE('A', code) AS loc,
  SUBSTRING_INDEX(code, '.', 1) AS p1, SUBSTRING_INDEX(code, '.', 2) AS p2, SUBSTRING_INDEX(code, '.', -1) AS p3,
  SUBSTRING_INDEX(word, '-', 0) AS p0, SUBSTRING_INDEX(code, 'a', -1) AS pa, FIELD(word, 'x', 'HELLO WORLD') AS f, FIELD(n, 7, 0, 100) AS fn,
  ELT(n, 'one', 'two', 'three', 'four', 'five', 'six', 'seven') AS el, STRCMP(code, 'a.b') AS sc, word LIKE 'h%' AS lk,
  word = 'HELLO WORLD' AS eq, code = 'a.B' AS eqb, word IN ('x', 'hello world') AS inn FROM item;
CREATE VIEW numbers AS SELECT id, n + 1 AS plus, amount * 2 AS twice, amount + n AS mixed, -amount AS neg, ABS(n) AS ab, n MOD 4 AS m, n DIV 2 AS dv,
  ROUND(amount, 1) AS ro, ROUND(amount) AS r0, FLOOR(amount) AS fl, CEIL(amount) AS ce, SIGN(n) AS sg, GREATEST(n, 5) AS gr, LEAST(amount, 1) AS le,
  IF(n > 0, 'pos', 'not') AS iff, IFNULL(amount, 0) AS ifn, COALESCE(n, id) AS co, NULLIF(n, 7) AS nu,
  CASE n WHEN 7 THEN 'seven' WHEN 0 THEN 'zero' ELSE 'other' END AS cs, n BETWEEN 0 AND 10 AS bt, big AS b, wide AS w, x * 2 AS dx,
  n IS NULL AS isn, n <=> NULL AS nse, NOT n AS nn, CAST(n AS CHAR) AS cc, CAST(amount AS SIGNED) AS ci FROM item;
CREATE VIEW dates AS SELECT id, YEAR(d) AS y, MONTH(d) AS mo, DAY(d) AS da, QUARTER(d) AS q, WEEKDAY(d) AS wd, DAYOFWEEK(d) AS dw, DAYOFYEAR(d) AS dy,
  WEEK(d) AS wk, WEEK(d, 3) AS wk3, WEEKOFYEAR(d) AS wy, LAST_DAY(d) AS la, TO_DAYS(d) AS td, DAYNAME(d) AS dn, MONTHNAME(d) AS mn,
  HOUR(at) AS h, MINUTE(at) AS mi, SECOND(at) AS se, MICROSECOND(at) AS ms, DATE(at) AS dt, DATEDIFF(d, '2024-01-01') AS df,
  TIME_TO_SEC(t) AS ts, d + INTERVAL 1 MONTH AS dm, DATE_SUB(at, INTERVAL 2 DAY) AS ds, d > '2024-01-01' AS gt FROM item;
CREATE VIEW formats AS SELECT id, DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s') AS f1, DATE_FORMAT(d, '%W, %M %e %Y') AS f2, DATE_FORMAT(at, '%a %b %D %y %l:%i %p') AS f3,
  DATE_FORMAT(at, '%r|%T|%f|%j|%w|%k|%h|%c|%%|%v %x|%U') AS f4, DATE_FORMAT(d, '100%% sure') AS f5, DATE_FORMAT(d, '%Y-%m') AS f6 FROM item;
CREATE VIEW spans AS SELECT id, TIMESTAMPDIFF(SECOND, at, '2024-03-01 00:00:00') AS sec, TIMESTAMPDIFF(MINUTE, d, at) AS mi, TIMESTAMPDIFF(HOUR, '2024-01-01', at) AS ho,
  TIMESTAMPDIFF(DAY, d, '2024-02-28') AS da, TIMESTAMPDIFF(WEEK, d, '2024-02-28') AS we, TIMESTAMPDIFF(MONTH, d, '2024-01-30') AS mo,
  TIMESTAMPDIFF(MONTH, '2024-03-31 12:00:00', at) AS mb, TIMESTAMPDIFF(QUARTER, d, '2024-03-31') AS qu, TIMESTAMPDIFF(YEAR, d, '2024-02-29') AS ye,
  TIMESTAMPDIFF(MICROSECOND, at, '2024-03-01') AS mc FROM item;
CREATE VIEW grouped AS SELECT i.id, i.word, COUNT(*) AS c, COUNT(p.note) AS cn, COUNT(DISTINCT p.note) AS cd, SUM(p.qty) AS total, AVG(p.qty) AS mean,
  MIN(p.note) AS least, MAX(p.qty) AS most, GROUP_CONCAT(p.note ORDER BY p.line DESC SEPARATOR '+') AS notes,
  GROUP_CONCAT(DISTINCT p.note ORDER BY p.note) AS different, SUM(p.qty * i.amount) AS worth
  FROM item i LEFT JOIN part p ON p.item_id = i.id GROUP BY i.id, i.word HAVING c > 0;
CREATE VIEW total AS SELECT COUNT(*) AS c, SUM(amount) AS a, AVG(amount) AS m, SUM(n) AS sn, AVG(n) AS an, SUM(big) AS sb, MAX(big) AS mb, MIN(wide) AS mw, SUM(wide) AS sw,
  MAX(d) AS md, MIN(t) AS mt, COUNT(DISTINCT n) AS cn FROM item;
CREATE VIEW per_month AS SELECT DATE_FORMAT(d, '%Y-%m') AS month, COUNT(*) AS c, SUM(amount) AS a FROM item WHERE d IS NOT NULL GROUP BY month;
CREATE VIEW joined AS SELECT * FROM item JOIN (SELECT item_id AS id, SUM(qty) AS q FROM part GROUP BY item_id) AS sums USING (id);
CREATE VIEW righted AS SELECT p.line, p.qty, i.id, i.e, i.s, i.raw FROM part p RIGHT JOIN item i ON i.id = p.item_id AND p.line > 1;
CREATE VIEW naturally (a, b, c) AS SELECT x.line, x.qty, y.qty FROM part x NATURAL JOIN part y;
CREATE VIEW crossed AS SELECT a.id AS one, b.id AS two FROM item a, item b WHERE a.id < b.id AND a.n = b.n;
CREATE VIEW various AS SELECT DISTINCT amount, n FROM item;
CREATE VIEW united AS SELECT id, word AS label FROM item UNION SELECT line, note FROM part UNION SELECT 100, 'last';
CREATE VIEW together AS SELECT qty AS q, 'part' AS kind FROM part UNION ALL SELECT amount, 'item' FROM item UNION ALL SELECT 1, NULL;
CREATE VIEW inner_queries AS SELECT i.id, (SELECT COUNT(*) FROM part p WHERE p.item_id = i.id) AS parts, (SELECT MAX(qty) FROM part WHERE item_id = i.id) AS most,
  EXISTS (SELECT 1 FROM part p WHERE p.item_id = i.id AND p.qty > 5) AS heavy, i.id IN (SELECT item_id FROM part) AS used,
  i.word NOT IN (SELECT note FROM part WHERE note IS NOT NULL) AS fresh FROM item i;
CREATE VIEW cut AS SELECT id, amount FROM item WHERE amount IS NOT NULL ORDER BY amount DESC, id LIMIT 3;
CREATE VIEW cut_behind AS SELECT id FROM item ORDER BY id LIMIT 2, 2;
CREATE VIEW over_views AS SELECT g.id, g.total, n.twice, g.total + n.twice AS both_ FROM grouped g JOIN numbers n ON n.id = g.id WHERE g.total IS NOT NULL;
CREATE VIEW constant AS SELECT 1 AS one, 'x' AS x, NULL AS nothing, 1.50 AS dec_, DATE '2024-01-01' AS d, TRUE AS yes;
CREATE VIEW with_common AS WITH sums AS (SELECT item_id, SUM(qty) AS q FROM part GROUP BY item_id) SELECT i.id, s.q FROM item i LEFT JOIN sums s ON s.item_id = i.id;
