INSERT INTO staff VALUES (1,'Boss',NULL),(2,'Anna',1),(3,'Bob',1),(4,'Cy',3);
INSERT INTO language VALUES (1,'English'),(2,'Polish');
INSERT INTO film VALUES (1,'One',1,2),(2,'Two',2,NULL);
INSERT INTO film_text VALUES (1,'about one');
INSERT INTO cast_member VALUES (1,1,'X'),(1,2,'Y'),(2,1,'X');
INSERT INTO credit VALUES (1,1,'lead'),(1,1,'voice'),(1,2,'extra');
INSERT INTO log_line VALUES ('2024-01-01 10:00:00','b'),('2024-01-01 10:00:00','a'),(NULL,'c');
