INSERT INTO shop VALUES (1, 'North'), (2, 'South');
INSERT INTO item (id, shop_id, doc, more, `value`, tags, price, total, serial, active, made, stamp, ratio) VALUES
(1, 1, '{"a": {"b": 5, "c": [1, 2, {"d": "x"}]}, "name": "one", "on": true, "n": null, "big": 12345678901234567890}', '["red", "blue", 3, null]', '{"k": 1}', 'red,blue', 9.90, 1234567890123456789012345678.1234567890, 18446744073709551615, TRUE, '2024-02-29 12:30:00.250', '2024-02-29 12:30:00', 0.1),
(2, 1, '{"a": {"b": 10, "c": []}, "name": "Two \\"2\\"", "on": false, "big": 12345678901234567891}', '[[1, 2], {"e": 1, "f": [7]}]', '{"k": "1"}', 'green', 10.00, -0.5, 9, FALSE, '2024-03-01 00:00:00', NULL, NULL),
(3, 2, '{"a": {"b": 5.50, "c": [2]}, "name": "three", "a\\"b": {"c.d": 1}}', '"red"', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(4, NULL, '[1, {"x": 1.10}, "y"]', '7', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(5, 2, '{"a": {"b": "5"}, "name": null, "tags": []}', NULL, 'true', 'red,green,blue', 0, 0, 0, NULL, NULL, NULL, NULL);
