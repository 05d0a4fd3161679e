//! Pages under random orders, by related rows too, while rows come and go between them: each page is what a naive sort of the
//! rows that are there has behind (or before) the place of the cursor.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cmp::Ordering;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::Value;
use tests::case::CaseRequest;
use tests::host::Tenant;
use tests::native::Native;

const SCHEMA: &str = "
CREATE TABLE publisher (id INT PRIMARY KEY, name VARCHAR(10) DEFAULT NULL);
CREATE TABLE author (id INT PRIMARY KEY, publisher_id INT DEFAULT NULL, name VARCHAR(10) DEFAULT NULL,
  FOREIGN KEY (publisher_id) REFERENCES publisher (id));
CREATE TABLE book (id INT PRIMARY KEY, author_id INT DEFAULT NULL, price DECIMAL(8,2) DEFAULT NULL,
  worth DECIMAL(30,6) DEFAULT NULL, sold BIGINT UNSIGNED DEFAULT NULL,
  FOREIGN KEY (author_id) REFERENCES author (id));
";

/// Indexes that have some of the orders, by themselves or for the books of one author.
const INDEXED: [(&str, &str); 3] = [
    (
        "sold BIGINT UNSIGNED DEFAULT NULL,",
        "sold BIGINT UNSIGNED DEFAULT NULL, KEY (price), KEY (worth, price), KEY (sold, worth),",
    ),
    (
        "FOREIGN KEY (author_id)",
        "KEY (author_id, sold), KEY (author_id, price, worth), FOREIGN KEY (author_id)",
    ),
    (
        "name VARCHAR(10) DEFAULT NULL,\n",
        "name VARCHAR(10) DEFAULT NULL, KEY (name), KEY (publisher_id, name),\n",
    ),
];

/// What rows are compared by. Texts fold case, as the columns do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i128),
    Text(String),
}

#[derive(Debug, Clone)]
struct Book {
    id: i128,
    author: Option<usize>,
    price: Option<i128>,
    worth: Option<i128>,
    sold: Option<i128>,
}

#[derive(Debug, Clone)]
struct Author {
    publisher: Option<usize>,
    name: Option<&'static str>,
}

#[derive(Debug, Clone)]
struct Model {
    publishers: Vec<Option<&'static str>>,
    authors: Vec<Author>,
    books: Vec<Book>,
}

type Of = fn(&Model, usize) -> Option<Key>;

/// An order's term: its JSON around the direction, and what it compares.
type Term = (&'static str, &'static str, Of);

const OF_BOOKS: [Term; 9] = [
    ("{price: ", "}", |model, at| {
        model.books[at].price.map(Key::Number)
    }),
    ("{worth: ", "}", |model, at| {
        model.books[at].worth.map(Key::Number)
    }),
    ("{sold: ", "}", |model, at| model.books[at].sold.map(Key::Number)),
    ("{author: {name: ", "}}", |model, at| {
        name(model, model.books[at].author?)
    }),
    ("{author: {publisher: {name: ", "}}}", |model, at| {
        publisher(model, model.books[at].author?)
    }),
    ("{author: {bookCollection: {count: ", "}}}", |model, at| {
        Some(count(model, model.books[at].author?))
    }),
    ("{author: {bookCollection: {sum: {worth: ", "}}}}", |model, at| {
        sum(model, model.books[at].author?, |book| book.worth)
    }),
    ("{author: {bookCollection: {avg: {price: ", "}}}}", |model, at| {
        average(model, model.books[at].author?, |book| book.price)
    }),
    ("{author: {bookCollection: {max: {sold: ", "}}}}", |model, at| {
        of(model, model.books[at].author?, |book| book.sold)
            .into_iter()
            .max()
            .map(Key::Number)
    }),
];

const OF_AUTHORS: [Term; 8] = [
    ("{name: ", "}", name),
    ("{publisher: {name: ", "}}", publisher),
    ("{publisher: {authorCollection: {count: ", "}}}", |model, at| {
        let publisher = model.authors[at].publisher?;
        let same = model
            .authors
            .iter()
            .filter(|author| author.publisher == Some(publisher));
        Some(Key::Number(same.count().try_into().unwrap()))
    }),
    ("{bookCollection: {count: ", "}}", |model, at| {
        Some(count(model, at))
    }),
    ("{bookCollection: {sum: {sold: ", "}}}", |model, at| {
        sum(model, at, |book| book.sold)
    }),
    ("{bookCollection: {avg: {worth: ", "}}}", |model, at| {
        average(model, at, |book| book.worth)
    }),
    ("{bookCollection: {min: {worth: ", "}}}", |model, at| {
        of(model, at, |book| book.worth)
            .into_iter()
            .min()
            .map(Key::Number)
    }),
    ("{bookCollection: {countDistinct: {price: ", "}}}", |model, at| {
        let mut prices = of(model, at, |book| book.price);
        prices.sort_unstable();
        prices.dedup();
        Some(Key::Number(prices.len().try_into().unwrap()))
    }),
];

fn name(model: &Model, author: usize) -> Option<Key> {
    model.authors[author]
        .name
        .map(|name| Key::Text(name.to_ascii_lowercase()))
}

fn publisher(model: &Model, author: usize) -> Option<Key> {
    let name = model.publishers[model.authors[author].publisher?]?;
    Some(Key::Text(name.to_ascii_lowercase()))
}

fn of(model: &Model, author: usize, value: fn(&Book) -> Option<i128>) -> Vec<i128> {
    let books = model.books.iter().filter(|book| book.author == Some(author));
    books.filter_map(value).collect()
}

fn count(model: &Model, author: usize) -> Key {
    Key::Number(of(model, author, |book| Some(book.id)).len().try_into().unwrap())
}

fn sum(model: &Model, author: usize, value: fn(&Book) -> Option<i128>) -> Option<Key> {
    let values = of(model, author, value);
    (!values.is_empty()).then(|| Key::Number(values.iter().sum()))
}

/// With four digits more, rounded half away from zero.
fn average(model: &Model, author: usize, value: fn(&Book) -> Option<i128>) -> Option<Key> {
    let values = of(model, author, value);
    let count = i128::try_from(values.len()).unwrap();
    (count > 0).then(|| {
        let total = values.iter().sum::<i128>() * 10_000;
        Key::Number((2 * total.abs() + count) / (2 * count) * total.signum())
    })
}

#[derive(Debug, Clone)]
enum Change {
    Add(Book),
    Remove(prop::sample::Index),
}

#[derive(Debug, Clone)]
struct Walk {
    model: Model,
    of_authors: bool,
    /// Only that author's books.
    by: Option<usize>,
    terms: Vec<(prop::sample::Index, usize)>,
    backward: bool,
    pages: Vec<(usize, Option<Change>)>,
}

const DIRECTIONS: [(&str, bool, bool); 4] = [
    ("AscNullsFirst", false, true),
    ("AscNullsLast", false, false),
    ("DescNullsFirst", true, true),
    ("DescNullsLast", true, false),
];

fn book(authors: usize) -> impl Strategy<Value = Book> {
    let worth = prop::sample::select(vec![
        0,
        1,
        -1,
        10_i128.pow(29),
        -(10_i128.pow(29)),
        10_i128.pow(29) + 1,
    ]);
    let sold = prop::sample::select(vec![
        0,
        7,
        i128::from(u64::MAX),
        i128::from(u64::MAX) - 1,
        1 << 63,
    ]);
    (
        prop::option::of(0..authors),
        prop::option::weighted(0.7, -3_i128..3),
        prop::option::weighted(0.7, worth),
        prop::option::weighted(0.7, sold),
    )
        .prop_map(|(author, price, worth, sold)| Book {
            id: 0,
            author,
            price,
            worth,
            sold,
        })
}

fn walk() -> impl Strategy<Value = Walk> {
    let name = || prop::option::weighted(0.7, prop::sample::select(&["a", "A", "b", "é"][..]));
    let author =
        (prop::option::of(0_usize..2), name()).prop_map(|(publisher, name)| Author { publisher, name });
    let change = prop::option::of(prop_oneof![
        book(5).prop_map(Change::Add),
        any::<prop::sample::Index>().prop_map(Change::Remove)
    ]);
    (
        (
            prop::collection::vec(name(), 2),
            prop::collection::vec(author, 5),
            prop::collection::vec(book(5), 0..14),
        ),
        any::<bool>(),
        prop::option::weighted(0.3, 0_usize..5),
        prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4), 1..4),
        any::<bool>(),
        prop::collection::vec((1_usize..5, change), 8),
    )
        .prop_map(
            |((publishers, authors, mut books), of_authors, by, terms, backward, pages)| {
                for (book, id) in books.iter_mut().zip(1..) {
                    book.id = id;
                }
                Walk {
                    model: Model {
                        publishers,
                        authors,
                        books,
                    },
                    of_authors,
                    by: by.filter(|_| !of_authors),
                    terms,
                    backward,
                    pages,
                }
            },
        )
}

fn scaled(value: Option<i128>, digits: u32) -> String {
    let unit = 10_i128.pow(digits);
    value.map_or_else(
        || "null".to_owned(),
        |value| {
            let sign = if value < 0 { "-" } else { "" };
            let value = value.abs();
            format!(
                "\"{sign}{}.{:0width$}\"",
                value / unit,
                value % unit,
                width = digits as usize
            )
        },
    )
}

fn row(book: &Book) -> String {
    let author = book
        .author
        .map_or_else(|| "null".to_owned(), |author| (author + 1).to_string());
    let sold = book
        .sold
        .map_or_else(|| "null".to_owned(), |sold| format!("\"{sold}\""));
    format!(
        "{{id: {}, authorId: {author}, price: {}, worth: {}, sold: {sold}}}",
        book.id,
        scaled(book.price, 2),
        scaled(book.worth, 6)
    )
}

fn quoted(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), |text| format!("\"{text}\""))
}

fn run(tenant: &Tenant<'_, Native>, document: &str) -> Value {
    let response = tenant
        .send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/graphql".to_owned(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: serde_json::json!({ "query": document }).to_string().into_bytes(),
        })
        .unwrap();
    let body: Value = serde_json::from_str(&response.body).unwrap();
    assert!(body["errors"].is_null(), "{document}\n{body}");
    body["data"].clone()
}

fn fill(tenant: &Tenant<'_, Native>, model: &Model) {
    for table in ["Book", "Author", "Publisher"] {
        run(
            tenant,
            &format!("mutation {{ deleteFrom{table}Collection(atMost: 1000) {{ affectedCount }} }}"),
        );
    }
    let publishers: Vec<String> = (1..)
        .zip(&model.publishers)
        .map(|(id, name)| format!("{{id: {id}, name: {}}}", quoted(*name)))
        .collect();
    let authors: Vec<String> = (1..)
        .zip(&model.authors)
        .map(|(id, author)| {
            let publisher = author
                .publisher
                .map_or_else(|| "null".to_owned(), |at| (at + 1).to_string());
            format!(
                "{{id: {id}, publisherId: {publisher}, name: {}}}",
                quoted(author.name)
            )
        })
        .collect();
    let books: Vec<String> = model.books.iter().map(row).collect();
    for (table, rows) in [("Publisher", publishers), ("Author", authors), ("Book", books)] {
        if !rows.is_empty() {
            run(
                tenant,
                &format!(
                    "mutation {{ insertInto{table}Collection(objects: [{}]) {{ affectedCount }} }}",
                    rows.join(",")
                ),
            );
        }
    }
}

/// A row's place: the values of the order's terms, and its key.
type Place = (Vec<Option<Key>>, i128);

fn compare(left: &Place, right: &Place, directions: &[usize]) -> Ordering {
    for ((left, right), direction) in left.0.iter().zip(&right.0).zip(directions) {
        let (_, descending, nulls_first) = DIRECTIONS[*direction];
        let nulls = if nulls_first {
            Ordering::Less
        } else {
            Ordering::Greater
        };
        let ordering = match (left, right) {
            (None, None) => Ordering::Equal,
            (None, _) => nulls,
            (_, None) => nulls.reverse(),
            (Some(left), Some(right)) if descending => right.cmp(left),
            (Some(left), Some(right)) => left.cmp(right),
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
    // The key goes on in the last direction.
    match directions.last() {
        Some(last) if DIRECTIONS[*last].1 => right.1.cmp(&left.1),
        _ => left.1.cmp(&right.1),
    }
}

fn places(model: &Model, of_authors: bool, terms: &[Of], directions: &[usize]) -> Vec<Place> {
    let rows = if of_authors {
        model.authors.len()
    } else {
        model.books.len()
    };
    let mut places: Vec<Place> = (0..rows)
        .map(|at| {
            let id = if of_authors {
                i128::try_from(at).unwrap() + 1
            } else {
                model.books[at].id
            };
            (terms.iter().map(|of| of(model, at)).collect(), id)
        })
        .collect();
    places.sort_by(|left, right| compare(left, right, directions));
    places
}

fn change(tenant: &Tenant<'_, Native>, model: &mut Model, change: Change, next: i128) {
    match change {
        Change::Add(mut book) => {
            book.id = next;
            run(
                tenant,
                &format!(
                    "mutation {{ insertIntoBookCollection(objects: [{}]) {{ affectedCount }} }}",
                    row(&book)
                ),
            );
            model.books.push(book);
        }
        Change::Remove(index) if !model.books.is_empty() => {
            let book = model.books.remove(index.index(model.books.len()));
            run(
                tenant,
                &format!(
                    "mutation {{ deleteFromBookCollection(filter: {{id: {{eq: {}}}}}) {{ affectedCount }} }}",
                    book.id
                ),
            );
        }
        Change::Remove(_) => {}
    }
}

fn check(tenant: &Tenant<'_, Native>, walk: Walk) -> Result<(), TestCaseError> {
    let mut model = walk.model;
    fill(tenant, &model);
    let all: &[Term] = if walk.of_authors { &OF_AUTHORS } else { &OF_BOOKS };
    let mut chosen: Vec<(Term, usize)> = Vec::new();
    for (index, direction) in walk.terms {
        let term = *index.get(all);
        if !chosen.iter().any(|(earlier, _)| earlier.0 == term.0) {
            chosen.push((term, direction));
        }
    }
    let terms: Vec<Of> = chosen.iter().map(|((_, _, of), _)| *of).collect();
    let directions: Vec<usize> = chosen.iter().map(|(_, direction)| *direction).collect();
    let order: Vec<String> = chosen
        .iter()
        .map(|((before, behind, _), direction)| format!("{before}{}{behind}", DIRECTIONS[*direction].0))
        .collect();
    let collection = if walk.of_authors {
        "authorCollection"
    } else {
        "bookCollection"
    };
    let filter = walk.by.map_or_else(String::new, |author| {
        format!(", filter: {{authorId: {{eq: {}}}}}", author + 1)
    });
    let mut from: Option<(String, Place)> = None;
    for (step, (size, changed)) in walk.pages.into_iter().enumerate() {
        let cut = match (&from, walk.backward) {
            (None, false) => format!("first: {size}"),
            (None, true) => format!("last: {size}"),
            (Some((cursor, _)), false) => format!("first: {size}, after: \"{cursor}\""),
            (Some((cursor, _)), true) => format!("last: {size}, before: \"{cursor}\""),
        };
        let document = format!(
            "{{ {collection}({cut}, orderBy: [{}]{filter}) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}",
            order.join(", ")
        );
        let answered = run(tenant, &document)[collection].clone();
        let mut expected = places(&model, walk.of_authors, &terms, &directions);
        if walk.by.is_some() {
            let theirs: Vec<i128> = model
                .books
                .iter()
                .filter(|book| book.author == walk.by)
                .map(|book| book.id)
                .collect();
            expected.retain(|(_, id)| theirs.contains(id));
        }
        if let Some((_, place)) = &from {
            let wanted = if walk.backward {
                Ordering::Less
            } else {
                Ordering::Greater
            };
            expected.retain(|row| compare(row, place, &directions) == wanted);
        }
        let more = expected.len() > size;
        if walk.backward {
            expected.drain(..expected.len().saturating_sub(size));
        } else {
            expected.truncate(size);
        }
        let edges = answered["edges"].as_array().unwrap();
        let ids: Vec<i128> = edges
            .iter()
            .map(|edge| edge["node"]["id"].as_i64().unwrap().into())
            .collect();
        let wanted: Vec<i128> = expected.iter().map(|(_, id)| *id).collect();
        prop_assert_eq!(&ids, &wanted, "page {} of {}\n{:?}", step, document, model);
        let flag = if walk.backward {
            "hasPreviousPage"
        } else {
            "hasNextPage"
        };
        prop_assert_eq!(answered["pageInfo"][flag].as_bool(), Some(more), "{}", document);
        let edge = if walk.backward {
            0
        } else {
            edges.len().saturating_sub(1)
        };
        if let (Some(edge), Some(place)) = (edges.get(edge), expected.get(edge)) {
            from = Some((edge["cursor"].as_str().unwrap().to_owned(), place.clone()));
        } else {
            // Behind the last row, or before the first: once more from the other end.
            from = None;
        }
        if let Some(changed) = changed {
            self::change(tenant, &mut model, changed, 100 + i128::try_from(step).unwrap());
        }
    }
    Ok(())
}

#[test]
fn pages_are_what_a_naive_sort_has() {
    let native = Native::new().unwrap();
    let mut indexed = SCHEMA.to_owned();
    for (line, with_index) in INDEXED {
        assert!(indexed.contains(line), "{line}");
        indexed = indexed.replacen(line, with_index, 1);
    }
    for (name, schema) in [("pages", SCHEMA), ("indexed", &indexed)] {
        let tenant = Tenant::create(&native, name).unwrap();
        tenant.push("application/sql", schema).unwrap();
        let mut runner = TestRunner::new(Config {
            cases: 120,
            failure_persistence: None,
            ..Config::default()
        });
        runner.run(&walk(), |walk| check(&tenant, walk)).unwrap();
    }
}

/// A list of ten thousand values is one parameter, in both directions and both protocols.
#[test]
fn lists_of_ten_thousand_values() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "lists").unwrap();
    let note = "CREATE TABLE note (id INT PRIMARY KEY, body TEXT);";
    tenant
        .push("application/sql", &format!("{SCHEMA}{note}"))
        .unwrap();
    run(
        &tenant,
        "mutation { insertIntoPublisherCollection(objects: [{id: 1, name: \"a\"}, {id: 9999, name: \"b\"}, {id: 20000}]) { affectedCount } }",
    );
    let ids: Vec<String> = (0..10_000).map(|id| id.to_string()).collect();
    let ids = ids.join(",");
    for (operator, expected) in [("in", vec![1, 9999]), ("nin", vec![20000])] {
        let document = format!(
            "{{ publisherCollection(filter: {{id: {{{operator}: [{ids}]}}}}) {{ nodes {{ id }} }} }}"
        );
        let nodes = run(&tenant, &document)["publisherCollection"]["nodes"].clone();
        let found: Vec<i64> = nodes
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|node| node["id"].as_i64())
            .collect();
        assert_eq!(found, expected, "{operator}");
        let rows = tenant
            .get(&format!("/rest/publisher?select=id&id={operator}.({ids})"))
            .unwrap();
        let found: Vec<i64> = rows
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|row| row["id"].as_i64())
            .collect();
        assert_eq!(found, expected, "{operator}");
    }
    // Larger than one text may be.
    run(
        &tenant,
        "mutation { insertIntoNoteCollection(objects: [{id: 1, body: \"b\"}]) { affectedCount } }",
    );
    let texts: Vec<String> = (0..3_000).map(|at| format!("{at:0>700}")).collect();
    let rows = tenant
        .get(&format!("/rest/note?select=id&body=in.({},b)", texts.join(",")))
        .unwrap();
    assert_eq!(rows, serde_json::json!([{"id": 1}]));
}

/// What is asked for part by part is one condition where the parts would be more than the platform takes as a statement.
#[test]
fn a_place_behind_a_long_condition() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "long").unwrap();
    let schema = "CREATE TABLE note (id INT PRIMARY KEY, body VARCHAR(20) NOT NULL, lot INT NULL, shelf INT NULL, KEY (lot, shelf));";
    tenant.push("application/sql", schema).unwrap();
    let rows: Vec<String> = (0..40)
        .map(|id| format!("({id},'b{id}',{},NULL)", id % 3))
        .collect();
    tenant
        .import(&format!("INSERT INTO note VALUES {}", rows.join(",")))
        .unwrap();
    for conditions in [40, 350] {
        let any: Vec<String> = (0..conditions)
            .map(|n| format!("{{and: [{{body: {{neq: \"x{n}\"}}}}, {{body: {{eq: \"b{n}\"}}}}]}}"))
            .collect();
        let mut ids = Vec::new();
        let mut after = String::new();
        loop {
            let page = format!(
                "{{ noteCollection(first: 7, orderBy: [{{lot: DescNullsLast}}, {{shelf: AscNullsLast}}], filter: {{or: [{}]}}{after}) \
                 {{ nodes {{ id }} pageInfo {{ endCursor hasNextPage }} }} }}",
                any.join(",")
            );
            let found = run(&tenant, &page)["noteCollection"].clone();
            ids.extend(
                found["nodes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|node| node["id"].as_i64().unwrap()),
            );
            if found["pageInfo"]["hasNextPage"] != true {
                break;
            }
            after = format!(", after: {}", found["pageInfo"]["endCursor"]);
        }
        let mut expected: Vec<i64> = (0..40).collect();
        expected.sort_by_key(|id| (-(id % 3), *id));
        assert_eq!(ids, expected, "{conditions}");
    }
}
