-- TINYINT(1) by custom a boolean, where the rows do not say otherwise; and a second database with other tables.
CREATE DATABASE one;
USE one;
DROP TABLE IF EXISTS `task`;
CREATE TABLE `task` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `done` tinyint(1) NOT NULL DEFAULT 0,
  `priority` tinyint(1) NOT NULL DEFAULT 1,
  `level` tinyint(1) DEFAULT NULL,
  PRIMARY KEY (`id`)
);
INSERT INTO `task` VALUES (1,0,1,NULL),(2,1,5,'-1'),(3,1,DEFAULT,1);
CREATE DATABASE two;
USE two;
DROP TABLE IF EXISTS `note`;
CREATE TABLE `note` (`id` int NOT NULL, `hidden` tinyint(1) DEFAULT 0, PRIMARY KEY (`id`));
INSERT INTO `note` (hidden, id) VALUES (TRUE,1),(0,2);
