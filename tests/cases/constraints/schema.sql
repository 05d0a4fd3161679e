CREATE TABLE parent (id INT PRIMARY KEY, code VARCHAR(5) NOT NULL, UNIQUE KEY code_key (code));
CREATE TABLE child (
  id INT AUTO_INCREMENT PRIMARY KEY,
  parent_id INT NOT NULL,
  amount DECIMAL(6,2) NOT NULL,
  low INT, high INT,
  total DECIMAL(8,2) GENERATED ALWAYS AS (amount * 2) STORED,
  created DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed TIMESTAMP(3) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(3),
  CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE RESTRICT,
  CONSTRAINT positive CHECK (amount > 0.50),
  CONSTRAINT ordered CHECK (low IS NULL OR low <= high)
);
-- As in MySQL, a row to add is checked with its defaults, also where its key is taken and another row would change instead.
CREATE TABLE fee (id INT PRIMARY KEY, amount INT DEFAULT 5, note VARCHAR(10), CONSTRAINT enough CHECK (amount > 10));
