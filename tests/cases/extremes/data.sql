INSERT INTO place VALUES (5e-324, x'00', 'a'), (5e-324, x'FF', 'a'), (1e-310, x'', 'b'), (1.7976931348623157e308, x'01', 'c');
