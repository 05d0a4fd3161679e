CREATE TABLE job (
  id INT AUTO_INCREMENT PRIMARY KEY,
  queue VARCHAR(20) NOT NULL,
  slot INT UNIQUE,
  urgency DOUBLE NOT NULL DEFAULT 0,
  state ENUM('waiting', 'running', 'done') NOT NULL DEFAULT 'waiting'
);
CREATE TABLE step (
  job_id INT NOT NULL,
  place INT NOT NULL,
  what VARCHAR(40) NOT NULL,
  PRIMARY KEY (job_id, place),
  FOREIGN KEY (job_id) REFERENCES job (id) ON DELETE CASCADE
);
CREATE TABLE note (
  body VARCHAR(40)
);
CREATE TABLE place (slot INT NOT NULL, taken BOOL NOT NULL DEFAULT FALSE, UNIQUE KEY (slot));
