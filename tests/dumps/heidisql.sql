-- --------------------------------------------------------
-- Host:                         127.0.0.1
-- Server version:               10.6.16-MariaDB - mariadb.org binary distribution
-- Server OS:                    Win64
-- HeidiSQL Version:             12.6.0.6765
-- --------------------------------------------------------

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+02:00' */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;


-- Dumping database structure for clinic
DROP DATABASE IF EXISTS `clinic`;
CREATE DATABASE IF NOT EXISTS `clinic` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci */;
USE `clinic`;

-- Dumping structure for table clinic.patient
DROP TABLE IF EXISTS `patient`;
CREATE TABLE IF NOT EXISTS `patient` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'Number; unique',
  `first name` varchar(50) NOT NULL DEFAULT '',
  `born` date DEFAULT NULL,
  `seen` timestamp NULL DEFAULT NULL,
  `visit` datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
  `slot` time(2) DEFAULT NULL,
  `age_group` smallint(6) GENERATED ALWAYS AS (year(`born`) DIV 10) STORED,
  `label` varchar(60) AS (concat(`first name`,'; ',`born`)) PERSISTENT,
  PRIMARY KEY (`id`) USING BTREE,
  UNIQUE KEY `name` (`first name`(10)) USING HASH COMMENT 'short'
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='Patients' PAGE_CHECKSUM=1 TRANSACTIONAL=1;

-- Dumping data for table clinic.patient: ~3 rows (approximately)
DELETE FROM `patient`;
/*!40000 ALTER TABLE `patient` DISABLE KEYS */;
INSERT INTO `patient` (`id`, `first name`, `born`, `seen`, `visit`, `slot`) VALUES
	(1, 'Ann', '1990-02-28', '2024-01-01 01:30:00', '2024-01-01 01:30:00.125', '12:30:00.25'),
	(2, 'Bob', NULL, NULL, NULL, '-838:59:59.00'),
	(3, 'Čeněk', '1955-12-31', '2024-07-01 00:00:00', '2024-07-01 00:00:00', '00:00:00.99');
/*!40000 ALTER TABLE `patient` ENABLE KEYS */;

-- Dumping structure for table clinic.ids
CREATE TABLE IF NOT EXISTS `ids` (
  `u` uuid NOT NULL DEFAULT uuid(),
  `ip` inet6 DEFAULT NULL,
  `ip4` inet4 DEFAULT NULL,
  PRIMARY KEY (`u`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO `ids` (`u`, `ip`, `ip4`) VALUES
	('123e4567-e89b-12d3-a456-426655440000', '2001:db8::ff00:42:8329', '10.0.0.1'),
	('ab3e4567-e89b-12d3-a456-426655440000', '::ffff:192.0.2.128', NULL);

-- Dumping structure for view clinic.v
-- Creating temporary table to overcome VIEW dependency errors
CREATE TABLE `v` (
	`id` INT(10) UNSIGNED NOT NULL COMMENT 'Number; unique',
	`first name` VARCHAR(50) NOT NULL COLLATE 'utf8mb4_general_ci'
) ENGINE=MyISAM;

-- Dumping structure for view clinic.v
-- Removing temporary table and create final VIEW structure
DROP TABLE IF EXISTS `v`;
CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `v` AS select `patient`.`id` AS `id`,`patient`.`first name` AS `first name` from `patient`;

/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;
/*!40101 SET SQL_MODE=IFNULL(@OLD_SQL_MODE, '') */;
/*!40014 SET FOREIGN_KEY_CHECKS=IFNULL(@OLD_FOREIGN_KEY_CHECKS, 1) */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40111 SET SQL_NOTES=IFNULL(@OLD_SQL_NOTES, 1) */;
