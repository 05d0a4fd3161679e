//! What is asked, and which lines must be in SQLite's plan.

/// Tables with indexes.
pub(super) const SCHEMA: &str = "CREATE TABLE publisher (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, city VARCHAR(50) NULL,
  UNIQUE KEY publisher_name (name)
);
CREATE TABLE author (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, born INT NULL, country CHAR(2) NULL,
  publisher_id INT NULL,
  KEY author_name (name), KEY author_born (born), FOREIGN KEY author_publisher (publisher_id) REFERENCES publisher (id)
);
CREATE TABLE book (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, author_id INT NULL, title VARCHAR(100) NOT NULL,
  sku VARCHAR(20) COLLATE utf8mb4_bin NOT NULL, price DECIMAL(8,2) NULL, worth DECIMAL(40,10) NULL, published DATE NULL,
  sold BIGINT UNSIGNED NULL, length TIME NULL, size ENUM('small','large') NULL, hash BINARY(4) NULL, pages INT NULL,
  UNIQUE KEY book_sku (sku), KEY book_title (title), KEY book_price (price, title), KEY book_worth (worth),
  KEY book_published (published), KEY book_sold (sold), KEY book_length (length), KEY book_size (size), KEY book_hash (hash),
  FOREIGN KEY book_author (author_id) REFERENCES author (id)
);
CREATE TABLE edition (
  book_id BIGINT NOT NULL, number INT NOT NULL, isbn VARCHAR(20) NULL, PRIMARY KEY (book_id, number), KEY edition_isbn (isbn),
  FOREIGN KEY edition_book (book_id) REFERENCES book (id)
);
CREATE TABLE sale (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, book_id BIGINT NULL, edition_number INT NULL, place VARCHAR(20) NULL,
  KEY sale_place (place), FOREIGN KEY sale_edition (book_id, edition_number) REFERENCES edition (book_id, number)
);";

/// What an index serves: what is asked, and which lines must be in SQLite's plan. No line may scan a table but in an
/// index's order, sort what an index orders, or build an index.
pub(super) const SERVED: [(&str, &[&str]); 71] = [
    (
        "{ bookByPk(id: \"1\") { id } }",
        &["SEARCH book USING INTEGER PRIMARY KEY (rowid=?)"],
    ),
    (
        "{ editionByPk(bookId: \"1\", number: 2) { isbn } }",
        &["SEARCH edition USING PRIMARY KEY (book_id=? AND number=?)"],
    ),
    (
        "{ bookCollection(filter: {id: {in: [\"1\", \"2\"]}}) { nodes { id } } }",
        &["USING INTEGER PRIMARY KEY"],
    ),
    (
        "{ bookCollection(filter: {id: {gt: \"5\"}}, first: 3) { nodes { id } } }",
        &["(rowid>?)"],
    ),
    // Filters.
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}}) { nodes { id } } }",
        &["book.book_title (title=?)"],
    ),
    (
        "{ bookCollection(filter: {title: {in: [\"x\", \"y\"]}}) { nodes { id } } }",
        &["book.book_title (title=?)"],
    ),
    (
        "{ bookCollection(filter: {title: {startsWith: \"x\"}}) { nodes { pages } } }",
        &["book.book_title (title>? AND title<?)"],
    ),
    (
        "{ bookCollection(filter: {sku: {startsWith: \"x\"}}) { nodes { pages } } }",
        &["book.book_sku (sku>? AND sku<?)"],
    ),
    (
        "{ bookCollection(filter: {sku: {eq: \"x\"}}) { nodes { pages } } }",
        &["book.book_sku (sku=?)"],
    ),
    (
        "{ bookCollection(filter: {price: {eq: \"1.50\"}}) { nodes { pages } } }",
        &["book.book_price (price=?)"],
    ),
    (
        "{ bookCollection(filter: {price: {eq: \"1.50\"}, title: {eq: \"x\"}}) { nodes { pages } } }",
        &["(price=? AND title=?)"],
    ),
    (
        "{ bookCollection(filter: {worth: {eq: \"1.50\"}}) { nodes { pages } } }",
        &["book.book_worth (worth=?)"],
    ),
    (
        "{ bookCollection(filter: {worth: {in: [\"1.50\"]}}) { nodes { pages } } }",
        &["book.book_worth (worth=?)"],
    ),
    (
        "{ bookCollection(filter: {sold: {eq: \"18446744073709551615\"}}) { nodes { pages } } }",
        &["book.book_sold (sold=?)"],
    ),
    (
        "{ bookCollection(filter: {published: {gte: \"2020-01-01\", lt: \"2021-01-01\"}}) { nodes { pages } } }",
        &["(published>? AND published<?)"],
    ),
    (
        "{ bookCollection(filter: {length: {eq: \"01:00:00\"}}) { nodes { pages } } }",
        &["book.book_length (length=?)"],
    ),
    (
        "{ bookCollection(filter: {size: {eq: large}}) { nodes { pages } } }",
        &["book.book_size (size=?)"],
    ),
    (
        "{ bookCollection(filter: {hash: {eq: \"AAAAAA==\"}}) { nodes { pages } } }",
        &["book.book_hash (hash=?)"],
    ),
    (
        "{ bookCollection(filter: {price: {is: NULL}}) { nodes { pages } } }",
        &["book.book_price (price=?)"],
    ),
    (
        "{ bookCollection(filter: {or: [{title: {eq: \"x\"}}, {sku: {eq: \"y\"}}]}) { nodes { pages } } }",
        &["MULTI-INDEX OR", "book_title", "book_sku"],
    ),
    (
        "{ bookCollection(filter: {and: [{pages: {gt: 5}}, {title: {eq: \"x\"}}]}) { nodes { pages } } }",
        &["book.book_title (title=?)"],
    ),
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}, not: {pages: {gt: 5}}}) { nodes { pages } } }",
        &["book.book_title (title=?)"],
    ),
    (
        "{ bookCollection(filter: {sku: {like: \"x%\"}}) { nodes { pages } } }",
        &["book.book_sku (sku>? AND sku<?)"],
    ),
    (
        "{ bookCollection(filter: {title: {ilike: \"x%\"}}) { nodes { pages } } }",
        &["book.book_title (title>? AND title<?)"],
    ),
    // Bounds on one side, whatever the order.
    (
        "{ bookCollection(filter: {published: {gt: \"2020-01-01\"}}) { nodes { pages } } }",
        &["book.book_published (published>?)"],
    ),
    (
        "{ bookCollection(filter: {published: {lte: \"2020-01-01\"}}, first: 3, orderBy: [{title: AscNullsLast}]) { nodes { pages } } }",
        &["book.book_published (published<?)"],
    ),
    (
        "{ bookCollection(filter: {price: {gte: \"2.00\"}}, last: 3) { edges { cursor node { pages } } pageInfo { hasPreviousPage } } }",
        &["book.book_price (price>?)"],
    ),
    (
        "{ bookCollection(filter: {worth: {lt: \"2.00\"}, pages: {gt: 5}, sold: {gt: \"3\"}}, first: 3) { nodes { pages } } }",
        &["book.book_worth (worth<?)"],
    ),
    (
        "{ bookCollection(filter: {title: {gt: \"x\"}}, first: 3) { totalCount nodes { pages } } }",
        &["book.book_title (title>?)"],
    ),
    (
        "{ bookCollection(filter: {title: {gt: \"x\"}}, first: 3, orderBy: [{title: DescNullsLast}]) { nodes { pages } } }",
        &["book.book_title (title>?)"],
    ),
    (
        "{ bookCollection(filter: {title: {gt: \"x\"}}, first: 3, orderBy: [{pages: DescNullsLast}]) { nodes { pages } } }",
        &["book.book_title (title>?)"],
    ),
    (
        "{ bookCollection(filter: {title: {gt: \"x\"}, sku: {eq: \"y\"}}, first: 3) { nodes { pages } } }",
        &["book.book_sku (sku=?)"],
    ),
    (
        "{ bookCollection(filter: {id: {gt: \"5\"}}, first: 3, orderBy: [{title: AscNullsLast}]) { nodes { pages } } }",
        &["(rowid>?)"],
    ),
    (
        "{ bookCollection(filter: {title: {gt: \"x\"}}, distinctOn: [size], orderBy: [{size: AscNullsFirst}]) { nodes { pages } } }",
        &["(title>?)"],
    ),
    (
        "{ bookCollection(filter: {worth: {gt: \"5\"}}) { groupBy(keys: [title]) { keys { title } count } } }",
        &["book.book_worth (worth>?)"],
    ),
    (
        "{ bookCollection(filter: {price: {is: NOT_NULL}}, first: 3) { nodes { pages } } }",
        &["book.book_price (price>?)"],
    ),
    (
        "{ bookCollection(filter: {length: {is: NOT_NULL}, sold: {is: NOT_NULL, gt: \"3\"}}, first: 3) { nodes { pages } } }",
        &["book.book_sold (sold>?)"],
    ),
    (
        "{ bookCollection(filter: {length: {is: NOT_NULL}}) { totalCount } }",
        &["book.book_length (length>?)"],
    ),
    (
        "{ bookCollection(filter: {not: {sku: {lte: \"x\"}}}, first: 3) { nodes { pages } } }",
        &["book.book_sku (sku>?)"],
    ),
    (
        "{ bookCollection(filter: {not: {not: {sku: {eq: \"x\"}}}}, first: 3) { nodes { pages } } }",
        &["book.book_sku (sku=?)"],
    ),
    // Filters by related rows.
    (
        "{ bookCollection(filter: {author: {name: {eq: \"x\"}}}) { nodes { pages } } }",
        &["book.book_author (author_id=?)", "author.author_name (name=?)"],
    ),
    (
        "{ bookCollection(filter: {author: {name: {eq: \"x\"}, country: {eq: \"de\"}}}) { nodes { pages } } }",
        &["(author_id=?)", "(name=?)"],
    ),
    (
        "{ bookCollection(filter: {author: {born: {gt: 1900, lt: 1910}}}) { nodes { pages } } }",
        &["(author_id=?)", "author.author_born (born>? AND born<?)"],
    ),
    (
        "{ bookCollection(filter: {author: {publisher: {name: {eq: \"x\"}}}}) { nodes { pages } } }",
        &[
            "(author_id=?)",
            "(publisher_id=?)",
            "publisher.publisher_name (name=?)",
        ],
    ),
    (
        "{ authorCollection(filter: {bookCollection: {some: {sku: {eq: \"x\"}}}}) { nodes { id } } }",
        &["book.book_sku (sku=?)", "SEARCH author USING INTEGER PRIMARY KEY"],
    ),
    (
        "{ publisherCollection(filter: {authorCollection: {some: {bookCollection: {some: {sku: {eq: \"x\"}}}}}}) { nodes { id } } }",
        &[
            "(sku=?)",
            "SEARCH author USING INTEGER PRIMARY KEY",
            "SEARCH publisher USING INTEGER PRIMARY KEY",
        ],
    ),
    (
        "{ saleCollection(filter: {edition: {isbn: {eq: \"x\"}}}) { nodes { place } } }",
        &[
            "edition.edition_isbn (isbn=?)",
            "(book_id=? AND edition_number=?)",
        ],
    ),
    (
        "{ bookCollection(filter: {editionCollection: {some: {isbn: {eq: \"x\"}}}}) { nodes { pages } } }",
        &["(isbn=?)", "SEARCH book USING INTEGER PRIMARY KEY"],
    ),
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}, author: {country: {eq: \"de\"}}}) { nodes { pages } } }",
        &["(title=?)", "SEARCH author USING INTEGER PRIMARY KEY"],
    ),
    (
        "{ authorCollection(filter: {name: {eq: \"x\"}, bookCollection: {none: {}}}) { nodes { id } } }",
        &["(name=?)", "(author_id=?)"],
    ),
    (
        "{ authorCollection(filter: {name: {eq: \"x\"}, bookCollection: {every: {pages: {gt: 5}}}}) { nodes { id } } }",
        &["(name=?)", "(author_id=?)"],
    ),
    // Relations.
    (
        "{ bookByPk(id: \"1\") { author { name publisher { name } } } }",
        &[
            "SEARCH author USING INTEGER PRIMARY KEY",
            "SEARCH publisher USING INTEGER PRIMARY KEY",
        ],
    ),
    (
        "{ authorByPk(id: 1) { bookCollection { nodes { pages } } } }",
        &["(author_id=?)"],
    ),
    (
        "{ authorByPk(id: 1) { bookCollection { totalCount aggregate { sum { pages } } } } }",
        &["(author_id=?)"],
    ),
    (
        "{ bookByPk(id: \"1\") { editionCollection { nodes { number saleCollection { nodes { place } } } } } }",
        &[
            "SEARCH edition USING PRIMARY KEY (book_id=?)",
            "(book_id=? AND edition_number=?)",
        ],
    ),
    (
        "{ saleCollection(filter: {place: {eq: \"x\"}}) { nodes { edition { isbn } } } }",
        &["SEARCH edition USING PRIMARY KEY (book_id=? AND number=?)"],
    ),
    // Orders.
    ("{ bookCollection(first: 3) { nodes { pages } } }", &[]),
    ("{ bookCollection(last: 3) { nodes { pages } } }", &[]),
    (
        "{ bookCollection(orderBy: {title: AscNullsLast}, first: 3) { nodes { pages } } }",
        &["SCAN book USING INDEX book.book_title"],
    ),
    (
        "{ bookCollection(orderBy: {title: DescNullsLast}, first: 3) { nodes { pages } } }",
        &["SCAN book USING INDEX book.book_title"],
    ),
    (
        "{ bookCollection(orderBy: [{price: AscNullsFirst}, {title: AscNullsFirst}], first: 3) { nodes { pages } } }",
        &["SCAN book USING INDEX book.book_price"],
    ),
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}}, orderBy: {id: AscNullsFirst}, first: 3) { nodes { pages } } }",
        &["(title=?)"],
    ),
    (
        "{ bookCollection(filter: {price: {eq: \"1.00\"}}, orderBy: {title: DescNullsLast}, last: 3) { nodes { pages } } }",
        &["book.book_price (price=?)"],
    ),
    (
        "{ editionCollection(first: 3, orderBy: [{bookId: DescNullsLast}, {number: DescNullsLast}]) { nodes { isbn } } }",
        &[],
    ),
    // Aggregates.
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}}) { totalCount aggregate { count sum { pages } } } }",
        &["(title=?)"],
    ),
    (
        "{ bookCollection { aggregate { max { title } } } }",
        &["book.book_title"],
    ),
    (
        "{ all: bookCollection(filter: {}) { aggregate { min { title sold } max { title length } } } }",
        &[
            "SEARCH book USING COVERING INDEX book.book_title",
            "book.book_sold",
            "book.book_length",
        ],
    ),
    (
        "{ bookCollection(filter: {price: {eq: \"1.00\"}}) { aggregate { min { title } max { title } } } }",
        &["book.book_price (price=?)"],
    ),
    (
        "{ publisherCollection { nodes { authorCollection { aggregate { min { publisherId } max { publisherId } } } } } }",
        &["author.author_publisher (publisher_id=?)"],
    ),
    (
        "{ bookCollection { groupBy(keys: [title]) { keys { title } count } } }",
        &["book.book_title"],
    ),
    (
        "{ bookCollection(filter: {title: {eq: \"x\"}}) { groupBy(keys: [pages]) { keys { pages } count } } }",
        &["(title=?)"],
    ),
];

/// The same in REST.
pub(super) const REST: [(&str, &str, &[&str]); 13] = [
    ("GET", "/rest/book?select=pages&title=eq.x", &["(title=?)"]),
    (
        "GET",
        "/rest/book?select=pages&or=(title.eq.x,sku.eq.y)",
        &["MULTI-INDEX OR"],
    ),
    (
        "GET",
        "/rest/book?select=pages,author!inner(name)&author.name=eq.x",
        &["(author_id=?)", "(name=?)"],
    ),
    (
        "GET",
        "/rest/author?select=id,book!inner(pages)&book.sku=eq.x",
        &["(sku=?)"],
    ),
    (
        "GET",
        "/rest/book?select=pages&order=title&limit=3",
        &["SCAN book USING INDEX book.book_title"],
    ),
    (
        "GET",
        "/rest/book?select=pages&order=price.asc.nullsfirst&limit=3",
        &["SCAN book USING INDEX book.book_price"],
    ),
    (
        "GET",
        "/rest/book?select=pages&published=gt.2020-01-01&limit=3",
        &["(published>?)"],
    ),
    (
        "GET",
        "/rest/book?select=count(),title&published=lt.2020-01-01",
        &["(published<?)"],
    ),
    (
        "GET",
        "/rest/book?select=pages&published=not.gt.2020-01-01&limit=3",
        &["(published<?)"],
    ),
    (
        "GET",
        "/rest/book?select=pages&hash=not.is.null&limit=3",
        &["(hash>?)"],
    ),
    ("GET", "/rest/book?select=pages.sum()&title=eq.x", &["(title=?)"]),
    ("PATCH", "/rest/book?title=eq.x", &["(title=?)"]),
    ("DELETE", "/rest/book?title=eq.x", &["(title=?)"]),
];

/// Places in an order are found by the index that has the order: where it has the rows that share values with the place, those
/// behind, and those without a value. What is asked, of `book` but for the last ones, and which lines must be in the plan.
pub(super) const PAGES: [(&str, &[&str]); 15] = [
    ("bookCollection(first: 1", &["(rowid>?)"]),
    (
        "bookCollection(first: 1, orderBy: [{id: DescNullsLast}]",
        &["(rowid<?)"],
    ),
    (
        "bookCollection(first: 1, orderBy: [{title: AscNullsFirst}]",
        &[
            "book.book_title (title=? AND rowid>?)",
            "book.book_title (title>?)",
        ],
    ),
    (
        "bookCollection(first: 1, orderBy: [{title: DescNullsLast}]",
        &[
            "book.book_title (title=? AND rowid<?)",
            "book.book_title (title<?)",
        ],
    ),
    (
        "bookCollection(last: 1, orderBy: [{title: AscNullsLast}]",
        &[
            "book.book_title (title=? AND rowid<?)",
            "book.book_title (title<?)",
        ],
    ),
    (
        "bookCollection(first: 1, orderBy: [{sku: AscNullsLast}]",
        &["book.book_sku (sku>?)"],
    ),
    (
        "bookCollection(first: 1, orderBy: [{sold: DescNullsLast}]",
        &[
            "book_sold (sold=? AND rowid<?)",
            "book_sold (sold<?)",
            "book_sold (sold=?)",
        ],
    ),
    (
        "bookCollection(first: 1, orderBy: [{sold: AscNullsLast}]",
        &[
            "book_sold (sold=? AND rowid>?)",
            "book_sold (sold>?)",
            "book_sold (sold=?)",
        ],
    ),
    (
        "bookCollection(first: 1, orderBy: [{sold: AscNullsFirst}]",
        &["book_sold (sold=? AND rowid>?)", "book_sold (sold>?)"],
    ),
    (
        "bookCollection(first: 1, orderBy: [{sold: DescNullsFirst}]",
        &["book_sold (sold=? AND rowid<?)", "book_sold (sold<?)"],
    ),
    (
        "bookCollection(first: 1, orderBy: [{length: AscNullsFirst}]",
        &["book_length (length=? AND rowid>?)", "book_length (length>?)"],
    ),
    (
        "bookCollection(first: 1, orderBy: [{price: DescNullsLast}, {title: DescNullsLast}]",
        &[
            "(price=? AND title=? AND rowid<?)",
            "(price=? AND title<?)",
            "book_price (price<?)",
            "book_price (price=?)",
        ],
    ),
    (
        "bookCollection(first: 1, filter: {price: {eq: \"2.00\"}}, orderBy: [{title: AscNullsLast}]",
        &["(price=? AND title=? AND rowid>?)", "(price=? AND title>?)"],
    ),
    (
        "bookCollection(first: 1, filter: {price: {eq: \"2.00\"}}, orderBy: [{id: DescNullsLast}]",
        &["book.book_price (price=?)"],
    ),
    (
        "editionCollection(first: 1",
        &[
            "(book_id=? AND number>?)",
            "edition USING PRIMARY KEY (book_id>?)",
        ],
    ),
];

/// Writes find their rows by the same indexes.
pub(super) const WRITES: [(&str, &[&str]); 4] = [
    (
        "mutation { updateBookCollection(set: {pages: 1}, filter: {title: {eq: \"x\"}}) { affectedCount } }",
        &["(title=?)"],
    ),
    (
        "mutation { updateBookCollection(set: {pages: 1}, filter: {author: {name: {eq: \"x\"}}}) { affectedCount } }",
        &["(author_id=?)", "(name=?)"],
    ),
    (
        "mutation { deleteFromBookCollection(filter: {sku: {eq: \"x\"}}) { affectedCount } }",
        &["(sku=?)"],
    ),
    (
        "mutation { deleteFromSaleCollection(filter: {edition: {isbn: {eq: \"x\"}}}) { affectedCount } }",
        &["(isbn=?)"],
    ),
];
