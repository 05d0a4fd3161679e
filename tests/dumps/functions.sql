-- Values that are computed where the row is written.
CREATE TABLE account (
  id INT AUTO_INCREMENT PRIMARY KEY,
  login VARCHAR(40) NOT NULL UNIQUE,
  secret CHAR(41) NOT NULL,
  digest VARCHAR(128),
  token BINARY(4),
  score DECIMAL(6,2) DEFAULT 0,
  visits INT NOT NULL DEFAULT 0,
  born DATE,
  tags JSON
);
INSERT INTO account (login, secret, digest, token, score, born) VALUES
  (LOWER('ANN'), MD5('ann'), SHA2('ann', 256), UNHEX('00ff00ff'), 10/4, '2000-01-31' + INTERVAL 1 MONTH),
  (CONCAT('bo', 'b'), PASSWORD('bob'), SHA1('bob'), x'01020304', (1 + 2) * 3.5, DATE_ADD('2024-02-28', INTERVAL 2 DAY)),
  (CONCAT('c', 'arl', 1 + 1), '', RIGHT('abcdef', 3), NULL, -(2), NULL);
INSERT INTO account (id, login, secret) VALUES (1, 'ann', 'new'), (4, 'dora', 'x') ON DUPLICATE KEY UPDATE secret = VALUES(secret), visits = visits + 1, score = score * 2;
INSERT INTO account SET login = 'dora', secret = 'again' ON DUPLICATE KEY UPDATE secret = CONCAT(secret, '-', VALUES(secret)), visits = 5;
INSERT INTO account (id, login, secret, tags) VALUES (7, 'eve', UPPER('abc'), JSON_OBJECT('a', 1, 'b', JSON_ARRAY(TRUE, NULL)));
REPLACE INTO account (id, login, secret) VALUES (1, 'frank', 'one'), (9, 'bob', 'other id');
