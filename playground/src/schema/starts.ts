// Declarations to begin from.

export interface Start {
  id: string;
  label: string;
  about: string;
  sql: string;
}

export const STARTS: Start[] = [
  {
    id: "bookshop",
    label: "Bookshop",
    about: "Authors, books, reviews",
    sql: `CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  country CHAR(2)
) COMMENT='Who wrote a book';

CREATE TABLE book (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  published DATE,
  price DECIMAL(8,2) NOT NULL DEFAULT 0,
  format ENUM('paperback', 'hardcover', 'ebook') NOT NULL DEFAULT 'paperback',
  KEY published (published),
  FULLTEXT KEY words (title),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id)
) COMMENT='A book for sale';

CREATE TABLE review (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  book_id INT NOT NULL,
  rating TINYINT NOT NULL,
  body TEXT,
  written_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT review_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE,
  CONSTRAINT review_rating CHECK (rating BETWEEN 1 AND 5)
);
`,
  },
  {
    id: "blog",
    label: "Blog",
    about: "Posts, tags, comments",
    sql: `CREATE TABLE person (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handle VARCHAR(40) NOT NULL,
  email VARCHAR(200) NOT NULL,
  joined_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE KEY handle (handle)
);

CREATE TABLE post (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id INT NOT NULL,
  slug VARCHAR(120) NOT NULL,
  title VARCHAR(200) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  state ENUM('draft', 'published', 'withdrawn') NOT NULL DEFAULT 'draft',
  published_at DATETIME,
  UNIQUE KEY slug (slug),
  KEY state (state, published_at),
  FULLTEXT KEY words (title, body),
  CONSTRAINT post_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE tag (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  UNIQUE KEY name (name)
);

CREATE TABLE post_tag (
  post_id INT NOT NULL,
  tag_id INT NOT NULL,
  PRIMARY KEY (post_id, tag_id),
  CONSTRAINT post_tag_post FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE,
  CONSTRAINT post_tag_tag FOREIGN KEY (tag_id) REFERENCES tag (id) ON DELETE CASCADE
);

CREATE TABLE remark (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  post_id INT NOT NULL,
  person_id INT,
  answer_to INT,
  body TEXT NOT NULL,
  written_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT remark_post FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE,
  CONSTRAINT remark_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT remark_answer FOREIGN KEY (answer_to) REFERENCES remark (id) ON DELETE CASCADE
);
`,
  },
  {
    id: "crm",
    label: "Multi-tenant CRM",
    about: "Workspaces, contacts, deals",
    sql: `CREATE TABLE workspace (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  plan ENUM('free', 'team', 'business') NOT NULL DEFAULT 'free',
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE member (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  workspace_id INT NOT NULL,
  email VARCHAR(200) NOT NULL,
  role ENUM('owner', 'agent', 'viewer') NOT NULL DEFAULT 'agent',
  UNIQUE KEY email (workspace_id, email),
  CONSTRAINT member_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE
);

CREATE TABLE company (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  workspace_id INT NOT NULL,
  name VARCHAR(200) NOT NULL,
  site VARCHAR(200),
  fields JSON,
  KEY workspace (workspace_id, name),
  CONSTRAINT company_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE
);

CREATE TABLE contact (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  workspace_id INT NOT NULL,
  company_id INT,
  name VARCHAR(120) NOT NULL,
  email VARCHAR(200),
  subscribed BOOLEAN NOT NULL DEFAULT FALSE,
  KEY workspace (workspace_id, name),
  CONSTRAINT contact_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
  CONSTRAINT contact_company FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE SET NULL
);

CREATE TABLE deal (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  workspace_id INT NOT NULL,
  company_id INT NOT NULL,
  owner_id INT,
  title VARCHAR(200) NOT NULL,
  amount DECIMAL(12,2) NOT NULL DEFAULT 0,
  stage ENUM('lead', 'offer', 'won', 'lost') NOT NULL DEFAULT 'lead',
  closes_on DATE,
  KEY stage (workspace_id, stage, closes_on),
  CONSTRAINT deal_workspace FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
  CONSTRAINT deal_company FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT deal_owner FOREIGN KEY (owner_id) REFERENCES member (id) ON DELETE SET NULL
);
`,
  },
  {
    id: "iot",
    label: "IoT readings",
    about: "Sites, devices, readings, alarms",
    sql: `CREATE TABLE site (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  place POINT
);

CREATE TABLE device (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site_id INT NOT NULL,
  serial VARBINARY(16) NOT NULL,
  kind ENUM('thermometer', 'hygrometer', 'meter') NOT NULL,
  firmware VARCHAR(20),
  settings JSON,
  UNIQUE KEY serial (serial),
  CONSTRAINT device_site FOREIGN KEY (site_id) REFERENCES site (id)
);

CREATE TABLE reading (
  device_id INT NOT NULL,
  taken_at TIMESTAMP(3) NOT NULL,
  value DOUBLE NOT NULL,
  unit ENUM('°C', '%', 'kWh') NOT NULL,
  PRIMARY KEY (device_id, taken_at),
  CONSTRAINT reading_device FOREIGN KEY (device_id) REFERENCES device (id) ON DELETE CASCADE
) COMMENT='One measured value';

CREATE TABLE alarm (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  device_id INT NOT NULL,
  raised_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  cleared_at TIMESTAMP NULL,
  level ENUM('notice', 'warning', 'danger') NOT NULL,
  message VARCHAR(300) NOT NULL,
  KEY open (device_id, cleared_at),
  CONSTRAINT alarm_device FOREIGN KEY (device_id) REFERENCES device (id) ON DELETE CASCADE
);
`,
  },
];
