-- phpMyAdmin SQL Dump
-- version 5.2.1
-- https://www.phpmyadmin.net/
--
-- Host: localhost:3306
-- Generation Time: Mar 01, 2024 at 10:00 AM
-- Server version: 10.4.28-MariaDB
-- PHP Version: 8.2.4

SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";


/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;

--
-- Database: `shop`
--
CREATE DATABASE IF NOT EXISTS `shop` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
USE `shop`;

DELIMITER $$
--
-- Procedures
--
CREATE DEFINER=`root`@`localhost` PROCEDURE `top_products` (IN `n` INT)   BEGIN
  SELECT * FROM products LIMIT n;
END$$

CREATE DEFINER=`root`@`localhost` FUNCTION `vat` (`x` DECIMAL(9,2)) RETURNS DECIMAL(9,2) DETERMINISTIC RETURN x * 1.2$$

DELIMITER ;

-- --------------------------------------------------------

--
-- Table structure for table `products`
--

CREATE TABLE `products` (
  `id` int(11) NOT NULL,
  `sku` varchar(32) NOT NULL,
  `price` decimal(10,2) UNSIGNED NOT NULL DEFAULT 0.00,
  `stock` smallint(5) UNSIGNED ZEROFILL NOT NULL DEFAULT 00000,
  `flags` set('new','sale','it''s "hot"') DEFAULT NULL,
  `state` enum('draft','published','a,b') NOT NULL DEFAULT 'draft',
  `meta` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`meta`)),
  `picture` blob DEFAULT NULL,
  `created_at` timestamp NOT NULL DEFAULT current_timestamp(),
  `updated_at` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00' ON UPDATE current_timestamp(),
  `active` tinyint(1) NOT NULL DEFAULT 1
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='What is sold; ''quoted''';

--
-- Dumping data for table `products`
--

INSERT INTO `products` (`id`, `sku`, `price`, `stock`, `flags`, `state`, `meta`, `picture`, `created_at`, `updated_at`, `active`) VALUES
(0, 'A-0', '0.99', 00007, 'new,sale', 'published', '{\"a\": 1.10, \"b\": \"x\\ny\"}', 0x89504e470d0a1a0a, '2024-01-01 00:00:00', '2024-01-02 03:04:05', 1),
(2, 'B-1', '12345678.90', 65535, 'it\'s \"hot\"', 'a,b', NULL, NULL, '2024-03-10 02:30:00', '2024-03-10 02:30:00', 0),
(3, 'C;--', '0.00', 00000, '', 'draft', '[]', '', '2024-03-10 02:30:00', '2024-03-10 02:30:00', 1);

--
-- Triggers `products`
--
DELIMITER $$
CREATE TRIGGER `products_bi` BEFORE INSERT ON `products` FOR EACH ROW BEGIN
  SET NEW.sku = UPPER(NEW.sku);
END
$$
DELIMITER ;

-- --------------------------------------------------------

CREATE TABLE `order_lines` (
  `order_id` bigint(20) UNSIGNED NOT NULL,
  `line` tinyint(3) UNSIGNED NOT NULL,
  `product_id` int(11) DEFAULT NULL,
  `quantity` float(7,4) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO `order_lines` (`order_id`, `line`, `product_id`, `quantity`) VALUES
(18446744073709551615, 1, 0, 1.5),
(18446744073709551615, 2, NULL, 0.25);

-- --------------------------------------------------------

--
-- Stand-in structure for view `cheap`
-- (See below for the actual view)
--
CREATE TABLE `cheap` (
`id` int(11)
,`sku` varchar(32)
);

--
-- Structure for view `cheap`
--
DROP TABLE IF EXISTS `cheap`;

CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `cheap`  AS SELECT `products`.`id` AS `id`, `products`.`sku` AS `sku` FROM `products` WHERE `products`.`price` < 1 ;

--
-- Indexes for dumped tables
--

--
-- Indexes for table `products`
--
ALTER TABLE `products`
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE KEY `sku` (`sku`),
  ADD KEY `state_price` (`state`,`price`) USING BTREE;
ALTER TABLE `products` ADD FULLTEXT KEY `ft` (`sku`);

ALTER TABLE `order_lines`
  ADD PRIMARY KEY (`order_id`,`line`),
  ADD KEY `product_id` (`product_id`);

--
-- AUTO_INCREMENT for dumped tables
--

--
-- AUTO_INCREMENT for table `products`
--
ALTER TABLE `products`
  MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=4;

--
-- Constraints for dumped tables
--
ALTER TABLE `order_lines`
  ADD CONSTRAINT `order_lines_ibfk_1` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;

DELIMITER $$
--
-- Events
--
CREATE DEFINER=`root`@`localhost` EVENT `purge` ON SCHEDULE EVERY 1 DAY STARTS '2024-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM products WHERE active = 0$$

DELIMITER ;
COMMIT;

/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
