CREATE TABLE `order` (`id` INT PRIMARY KEY, `select` INT, `from` VARCHAR(10), `node_id` INT, `and` INT);
CREATE TABLE `order_s` (`id` INT PRIMARY KEY);
CREATE TABLE `OrderS` (`id` INT PRIMARY KEY, `a_b` INT, `aB` INT, `a b` INT);
CREATE TABLE `query` (`id` INT PRIMARY KEY);
CREATE TABLE `größe` (`schlüssel` INT PRIMARY KEY, `数` INT, `with "quote"` INT);
CREATE TABLE `book_filter` (`id` INT PRIMARY KEY);
CREATE TABLE `book` (`id` INT PRIMARY KEY, `book_filter_id` INT, FOREIGN KEY (`book_filter_id`) REFERENCES `book_filter` (`id`));
CREATE TABLE `claim` (`id` INT AUTO_INCREMENT PRIMARY KEY, `falsehood` VARCHAR(20) NOT NULL, `nullable` INT, `true_at` DATETIME, `null` INT, `state` ENUM('open', 'nullified') NOT NULL DEFAULT 'open', UNIQUE KEY (`falsehood`));
