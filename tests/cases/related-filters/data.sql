INSERT INTO publisher VALUES (1,'North'),(2,'South');
INSERT INTO author VALUES (1,'Ann',NULL,1),(2,'Ben',1,1),(3,'Cleo',2,2),(4,'Dan',2,NULL),(5,'Eve',NULL,NULL);
INSERT INTO profile VALUES (1,'first'),(3,NULL);
INSERT INTO book VALUES (1,1,'Apples',3.50),(2,1,'Berries',7.25),(3,2,'Cherries',NULL),(4,2,'Dates',9.00),(5,3,'Elder',2.00),(6,NULL,'Figs',5.00);
INSERT INTO edition VALUES (1,1,'a'),(1,2,NULL),(2,1,'b'),(4,1,'a'),(6,1,'c');
INSERT INTO `or` VALUES (1,1,1,10),(2,1,2,200),(3,2,1,300),(4,4,1,50);
INSERT INTO t0 VALUES (1,NULL,'root'),(2,1,'left'),(3,1,'right'),(4,2,'leaf');
