INSERT INTO author (id, name) VALUES (1, 'Ursula K. Le Guin'), (2, 'Stanisław Lem'), (3, 'Gabriel García Márquez');
INSERT INTO book (id, author_id, title, blurb, year) VALUES
  (1, 1, 'A Wizard of Earthsea', 'A young wizard learns the true names of things.', 1968),
  (2, 1, 'The Left Hand of Darkness', 'An envoy on a planet of winter, where the left hand is light.', 1969),
  (3, 1, 'The Tombs of Atuan', 'A priestess in the dark tombs; a wizard without light.', 1971),
  (4, 2, 'Solaris', 'A planet that is one living ocean, and a station above it.', 1961),
  (5, 2, 'The Cyberiad', NULL, 1965),
  (6, 3, 'Cien años de soledad', 'Una familia, cien años, un pueblo: Macondo.', 1967),
  (7, 3, 'El coronel no tiene quien le escriba', 'The colonel waits for a letter. The letter does not come.', 1961);
INSERT INTO tag (lang, word, note) VALUES ('en', 'wizard', 'also: sorcerer'), ('en', 'planet', NULL), ('de', 'Zauberer', 'a wizard'), ('de', 'Planet', 'wie en planet');
INSERT INTO line VALUES (1, 'first', 'the quick brown fox'), (1, 'first', 'the quick brown fox'), (3, 'third', 'quick'), (4, 'fox', NULL);
