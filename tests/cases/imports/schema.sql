/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO,ANSI' */;
CREATE TABLE "invoice" (
  "id" int(11) NOT NULL AUTO_INCREMENT,
  "price" decimal(10,2) NOT NULL,
  "quantity" int(11) NOT NULL,
  "total" decimal(10,2) GENERATED ALWAYS AS ("price" * "quantity") STORED,
  "paid" date DEFAULT NULL,
  "next" int(11) DEFAULT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "some" CHECK ("quantity" > 0),
  CONSTRAINT "following" FOREIGN KEY ("next") REFERENCES "invoice" ("id")
);
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
