//! Nested writes against a model in memory: random documents over a small schema, each all or nothing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tests::case::CaseRequest;
use tests::host::Tenant;
use tests::native::Native;

const SCHEMA: &str = "
CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, slug VARCHAR(9) NOT NULL UNIQUE, age INT NULL);
CREATE TABLE book (id INT AUTO_INCREMENT PRIMARY KEY, slug VARCHAR(9) NOT NULL UNIQUE, age INT NULL, author_id INT NOT NULL,
  editor_id INT NULL, CONSTRAINT by_author FOREIGN KEY (author_id) REFERENCES author (id),
  CONSTRAINT by_editor FOREIGN KEY (editor_id) REFERENCES author (id));
CREATE TABLE review (id INT AUTO_INCREMENT PRIMARY KEY, slug VARCHAR(9) NOT NULL UNIQUE, age INT NULL, book_id INT NULL,
  FOREIGN KEY (book_id) REFERENCES book (id));";

/// Rows by their slug: an age, and the slugs that its references lead to.
type Rows = BTreeMap<String, (Option<i64>, Vec<Option<String>>)>;

/// The three tables.
#[derive(Debug, Clone, Default, PartialEq)]
struct State([Rows; 3]);

const AUTHOR: usize = 0;
const BOOK: usize = 1;
const REVIEW: usize = 2;

/// A relation of a table: its field, the other table, the reference's position in the child's row, and whether it leads to
/// one.
struct Relation(&'static str, usize, usize, bool);

fn relations(table: usize) -> &'static [Relation] {
    match table {
        AUTHOR => &[
            Relation("bookCollection", BOOK, 0, false),
            Relation("bookCollectionByEditor", BOOK, 1, false),
        ],
        BOOK => &[
            Relation("author", AUTHOR, 0, true),
            Relation("editor", AUTHOR, 1, true),
            Relation("reviewCollection", REVIEW, 0, false),
        ],
        _ => &[Relation("book", BOOK, 0, true)],
    }
}

/// A reproducible source of choices.
struct Choices(u64);

impl Choices {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn slug(&mut self, table: usize) -> String {
        format!("{}{}", ["a", "b", "r"][table], self.below(14))
    }

    fn age(&mut self) -> i64 {
        i64::try_from(self.below(5)).unwrap()
    }

    /// A row to add; a book without an author at times.
    fn object(&mut self, table: usize, under: Option<&str>, depth: u64) -> Value {
        let mut object = Map::from_iter([("slug".to_owned(), json!(self.slug(table)))]);
        if self.one_in(2) {
            object.insert("age".to_owned(), json!(self.age()));
        }
        for Relation(field, other, _, one) in relations(table) {
            let needed = *field == "author" && under != Some("author") && !self.one_in(12);
            if Some(*field) == under || !(needed || (depth > 0 && self.one_in(3))) {
                continue;
            }
            let child = backwards(field);
            let related = if *one {
                self.parent(*other, child, depth)
            } else {
                self.children(*other, child, depth)
            };
            object.insert((*field).to_owned(), related);
        }
        Value::Object(object)
    }

    fn parent(&mut self, table: usize, child: &str, depth: u64) -> Value {
        match self.below(4) {
            0 if depth > 0 => json!({"create": self.object(table, Some(child), depth - 1)}),
            1 if depth > 0 => json!({"upsert": self.upsert(table, child, depth - 1)}),
            _ => json!({"connect": {"slug": self.slug(table)}}),
        }
    }

    fn children(&mut self, table: usize, child: &str, depth: u64) -> Value {
        let mut related = Map::new();
        let depth = depth.saturating_sub(1);
        if self.one_in(2) {
            let create: Vec<Value> = (0..=self.below(2))
                .map(|_| self.object(table, Some(child), depth))
                .collect();
            related.insert("create".to_owned(), json!(create));
        }
        if self.one_in(2) {
            let connect: Vec<Value> = (0..=self.below(2))
                .map(|_| json!({"slug": self.slug(table)}))
                .collect();
            related.insert("connect".to_owned(), json!(connect));
        }
        if self.one_in(3) {
            related.insert("upsert".to_owned(), json!([self.upsert(table, child, depth)]));
        }
        Value::Object(related)
    }

    fn upsert(&mut self, table: usize, child: &str, depth: u64) -> Value {
        let mut conflict = json!({"target": ["slug"]});
        if self.one_in(3) {
            conflict["update"] = json!([]);
        }
        json!({"create": self.object(table, Some(child), depth), "onConflict": conflict})
    }

    /// New values of rows, with what is done through their relations.
    fn set(&mut self, table: usize, depth: u64) -> Value {
        let mut set = Map::from_iter([("age".to_owned(), json!(self.age()))]);
        for Relation(field, other, _, one) in relations(table) {
            if !self.one_in(2) {
                continue;
            }
            let child = backwards(field);
            let related = match (*one, self.below(5)) {
                (true, 0) if *field != "author" => json!({"disconnect": true}),
                (true, 1) if depth > 0 => json!({"update": self.set(*other, depth - 1)}),
                (true, _) => self.parent(*other, child, depth),
                (false, 0) if depth > 0 => json!({"update": [{"filter": {"age": {"gte": self.age()}},
                    "set": self.set(*other, depth - 1)}]}),
                (false, 1) if *field != "bookCollection" => {
                    json!({"disconnect": [{"slug": self.slug(*other)}]})
                }
                (false, 2) => json!({"delete": [{"slug": self.slug(*other)}]}),
                (false, _) => self.children(*other, child, depth),
            };
            set.insert((*field).to_owned(), related);
        }
        Value::Object(set)
    }
}

/// The relation that leads back.
fn backwards(field: &str) -> &'static str {
    match field {
        "bookCollection" => "author",
        "bookCollectionByEditor" => "editor",
        "author" => "bookCollection",
        "editor" => "bookCollectionByEditor",
        "reviewCollection" => "book",
        _ => "reviewCollection",
    }
}

/// Why a write does nothing.
#[derive(Debug)]
struct Refused;

type Done<T> = Result<T, Refused>;

fn list<'v>(value: &'v Value, name: &str) -> Vec<&'v Value> {
    match &value[name] {
        Value::Array(items) => items.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

fn slug_of(value: &Value) -> String {
    value["slug"].as_str().unwrap().to_owned()
}

/// A row with what it is given from the row that it stands under: a reference's position and what it leads to.
type New<'v> = (&'v Value, Option<(usize, String)>);

/// Whether every book to add says its author: what is checked before any row is looked at.
fn is_complete(table: usize, row: &Value, under: &str, new: bool) -> bool {
    if new && table == BOOK && under != "author" && row["author"].is_null() {
        return false;
    }
    relations(table).iter().all(|Relation(field, other, _, _)| {
        let given = &row[*field];
        let child = backwards(field);
        let new = |row: &Value| is_complete(*other, row, child, true);
        let set = |update: &Value| {
            let set = if update["set"].is_null() {
                update
            } else {
                &update["set"]
            };
            is_complete(*other, set, child, false)
        };
        given.is_null()
            || (list(given, "create").into_iter().all(new)
                && list(given, "upsert")
                    .into_iter()
                    .all(|upsert| new(&upsert["create"]))
                && list(given, "update").into_iter().all(set))
    })
}

/// A row to upsert: which row it is for, what is asked, and what it stands under.
type Upserted<'v> = (usize, &'v Value, Option<(usize, String)>);

impl State {
    fn connect(&self, table: usize, value: &Value) -> Done<String> {
        let slug = slug_of(value);
        self.0[table].contains_key(&slug).then_some(slug).ok_or(Refused)
    }

    /// Adds rows as a level: those that they refer to, they, those that refer to them. Answers their slugs.
    fn add(&mut self, table: usize, rows: &[New<'_>], upserts: Option<&[bool]>) -> Done<Vec<String>> {
        let mut references: Vec<Vec<Option<String>>> = rows
            .iter()
            .map(|(_, under)| {
                let mut references = vec![None; [0, 2, 1][table]];
                if let Some((position, slug)) = under {
                    references[*position] = Some(slug.clone());
                }
                references
            })
            .collect();
        for Relation(field, other, position, _) in relations(table).iter().filter(|relation| relation.3) {
            let given: Vec<(usize, &Value)> = rows
                .iter()
                .map(|(row, _)| &row[*field])
                .enumerate()
                .filter(|(_, given)| given.is_object())
                .collect();
            for (row, slug) in self.lead_to(*other, &given)? {
                references[row][*position] = Some(slug);
            }
        }
        let mut slugs = Vec::new();
        for (number, ((row, under), references)) in rows.iter().zip(references).enumerate() {
            let slug = slug_of(row);
            let age = row.get("age").map(|age| age.as_i64().unwrap());
            if table == BOOK && references[0].is_none() {
                return Err(Refused);
            }
            let known = self.0[table].get_mut(&slug);
            match (known, upserts) {
                (None, _) => {
                    self.0[table].insert(slug.clone(), (age, references));
                }
                (Some(_), None) => return Err(Refused),
                (Some(known), Some(keeps)) => {
                    if !keeps[number] {
                        known.0 = age.or(known.0);
                        for (old, new) in known.1.iter_mut().zip(&references) {
                            if new.is_some() {
                                old.clone_from(new);
                            }
                        }
                    } else if let Some((position, parent)) = under {
                        known.1[*position] = Some(parent.clone());
                    }
                }
            }
            slugs.push(slug);
        }
        for relation in relations(table).iter().filter(|relation| !relation.3) {
            let given = rows
                .iter()
                .zip(&slugs)
                .map(|((row, _), slug)| (slug.clone(), &row[relation.0]));
            self.attach(
                relation,
                &given.filter(|(_, given)| given.is_object()).collect::<Vec<_>>(),
            )?;
        }
        Ok(slugs)
    }

    /// What rows refer to by create, connect and upsert.
    fn lead_to(&mut self, table: usize, given: &[(usize, &Value)]) -> Done<Vec<(usize, String)>> {
        let mut led = Vec::new();
        let of = |word: &'static str| given.iter().filter(move |(_, given)| !given[word].is_null());
        let created: Vec<New<'_>> = of("create").map(|(_, given)| (&given["create"], None)).collect();
        if !created.is_empty() {
            let slugs = self.add(table, &created, None)?;
            led.extend(of("create").map(|(row, _)| *row).zip(slugs));
        }
        for (row, given) in of("connect") {
            led.push((*row, self.connect(table, &given["connect"])?));
        }
        let upserts: Vec<Upserted<'_>> = of("upsert")
            .map(|(row, given)| (*row, &given["upsert"], None))
            .collect();
        led.extend(self.upsert(table, upserts)?);
        Ok(led)
    }

    /// Upserts, group by group of what is asked.
    fn upsert(&mut self, table: usize, given: Vec<Upserted<'_>>) -> Done<Vec<(usize, String)>> {
        let mut groups: Vec<(bool, Vec<Upserted<'_>>)> = Vec::new();
        for (row, upsert, under) in given {
            let keeps = upsert["onConflict"].get("update").is_some();
            match groups.iter_mut().find(|(other, _)| *other == keeps) {
                Some((_, group)) => group.push((row, upsert, under)),
                None => groups.push((keeps, vec![(row, upsert, under)])),
            }
        }
        let mut done = Vec::new();
        for (keeps, group) in groups {
            let rows: Vec<New<'_>> = group
                .iter()
                .map(|(_, upsert, under)| (&upsert["create"], under.clone()))
                .collect();
            let slugs = self.add(table, &rows, Some(&vec![keeps; rows.len()]))?;
            done.extend(group.iter().map(|(row, _, _)| *row).zip(slugs));
        }
        Ok(done)
    }

    /// Connects, upserts and creates children.
    fn attach(&mut self, relation: &Relation, given: &[(String, &Value)]) -> Done<()> {
        let Relation(_, table, position, _) = *relation;
        let mut connected = Vec::new();
        for (parent, given) in given {
            for named in list(given, "connect") {
                connected.push((self.connect(table, named)?, parent.clone()));
            }
        }
        for (number, (slug, parent)) in connected.iter().enumerate() {
            if connected[..number].iter().any(|(other, _)| other == slug) {
                return Err(Refused);
            }
            self.0[table].get_mut(slug).unwrap().1[position] = Some(parent.clone());
        }
        let under = |parent: &String| Some((position, parent.clone()));
        let upserts = given.iter().flat_map(|(parent, given)| {
            list(given, "upsert")
                .into_iter()
                .map(move |upsert| (0, upsert, under(parent)))
        });
        let upserts = upserts.collect();
        self.upsert(table, upserts)?;
        let created: Vec<New<'_>> = given
            .iter()
            .flat_map(|(parent, given)| {
                list(given, "create")
                    .into_iter()
                    .map(move |row| (row, under(parent)))
            })
            .collect();
        if !created.is_empty() {
            self.add(table, &created, None)?;
        }
        Ok(())
    }

    /// Sets rows that were found.
    fn change(&mut self, table: usize, found: &[String], set: &Value) -> Done<()> {
        if found.is_empty() {
            return Ok(());
        }
        let mut references: Vec<(usize, Option<String>)> = Vec::new();
        let mut each: Vec<(usize, Vec<String>)> = Vec::new();
        for Relation(field, other, position, _) in relations(table).iter().filter(|relation| relation.3) {
            let given = &set[*field];
            if !given["update"].is_null() {
                let mut parents = Vec::new();
                for slug in found {
                    let parent = self.0[table][slug].1[*position].clone().ok_or(Refused)?;
                    if !parents.contains(&parent) {
                        parents.push(parent);
                    }
                }
                self.change(*other, &parents, &given["update"])?;
            } else if given["disconnect"] == json!(true) {
                references.push((*position, None));
            } else if given.is_object() {
                // One for each row that was found.
                let copies: Vec<(usize, &Value)> = (0..found.len()).map(|row| (row, given)).collect();
                let led = self.lead_to(*other, &copies)?;
                each.push((*position, led.into_iter().map(|(_, slug)| slug).collect()));
            }
        }
        for (number, slug) in found.iter().enumerate() {
            let row = self.0[table].get_mut(slug).unwrap();
            row.0 = set["age"].as_i64();
            for (position, led) in &each {
                row.1[*position] = Some(led[number].clone());
            }
            for (position, to) in &references {
                row.1[*position].clone_from(to);
            }
        }
        for relation in relations(table).iter().filter(|relation| !relation.3) {
            let given = &set[relation.0];
            if given.is_object() {
                self.change_children(relation, found, given)?;
            }
        }
        Ok(())
    }

    fn change_children(&mut self, relation: &Relation, found: &[String], given: &Value) -> Done<()> {
        let Relation(_, table, position, _) = *relation;
        for word in ["disconnect", "delete"] {
            let named: Vec<String> = list(given, word).into_iter().map(slug_of).collect();
            for parent in found {
                for slug in &named {
                    let row = self.0[table].get(slug).ok_or(Refused)?;
                    if row.1[position].as_ref() != Some(parent) {
                        return Err(Refused);
                    }
                }
            }
            for slug in named {
                if word == "delete" {
                    self.remove(table, &slug)?;
                } else if let Some(row) = self.0[table].get_mut(&slug) {
                    row.1[position] = None;
                }
            }
        }
        for update in list(given, "update") {
            let least = update["filter"]["age"]["gte"].as_i64();
            let is_child = |row: &(Option<i64>, Vec<Option<String>>)| {
                row.0 >= least
                    && row.1[position]
                        .as_ref()
                        .is_some_and(|parent| found.contains(parent))
            };
            let children: Vec<String> = self.0[table]
                .iter()
                .filter(|(_, row)| is_child(row))
                .map(|(slug, _)| slug.clone())
                .collect();
            self.change(table, &children, &update["set"])?;
        }
        let parents: Vec<(String, &Value)> = found.iter().map(|slug| (slug.clone(), given)).collect();
        self.attach(relation, &parents)
    }

    fn remove(&mut self, table: usize, slug: &String) -> Done<()> {
        let referred = (0..3).any(|child| {
            self.0[child].values().any(|row| {
                let mut to = row
                    .1
                    .iter()
                    .zip(relations(child).iter().filter(|relation| relation.3));
                to.any(|(reference, relation)| relation.1 == table && reference.as_ref() == Some(slug))
            })
        });
        if referred {
            return Err(Refused);
        }
        self.0[table].remove(slug);
        Ok(())
    }
}

const NAMES: [&str; 3] = ["Author", "Book", "Review"];

/// The rows as the API answers them.
fn read(tenant: &Tenant<'_, Native>) -> State {
    let data = tenant
        .graphql(
            "{ a: authorCollection { nodes { slug age } } b: bookCollection { nodes { slug age author { slug } editor { slug } } }
               r: reviewCollection { nodes { slug age book { slug } } } }",
        )
        .unwrap();
    let slug = |row: &Value, field: &str| row[field]["slug"].as_str().map(str::to_owned);
    let rows = |key: &str, fields: &[&str]| -> Rows {
        let nodes = data[key]["nodes"].as_array().unwrap();
        nodes
            .iter()
            .map(|row| {
                let references = fields.iter().map(|field| slug(row, field)).collect();
                (slug_of(row), (row["age"].as_i64(), references))
            })
            .collect()
    };
    State([
        rows("a", &[]),
        rows("b", &["author", "editor"]),
        rows("r", &["book"]),
    ])
}

fn send(tenant: &Tenant<'_, Native>, document: &str, variables: &Value) -> Value {
    let request = CaseRequest {
        method: "POST".to_owned(),
        path: "/graphql".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: json!({"query": document, "variables": variables})
            .to_string()
            .into_bytes(),
    };
    serde_json::from_str(&tenant.send(&request).unwrap().body).unwrap()
}

#[test]
fn nested_writes_do_what_a_model_does() {
    let (mut taken, mut refused) = (0, 0);
    for seed in 1..=20_u64 {
        let native = Native::new().unwrap();
        let tenant = Tenant::create(&native, "nested").unwrap();
        tenant.push("application/sql", SCHEMA).unwrap();
        let mut choices = Choices(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut state = State::default();
        for step in 0..40 {
            let table = usize::try_from(choices.below(3)).unwrap();
            let name = NAMES[table];
            let mut expected = state.clone();
            let (document, variables, model) = if step < 8 || choices.one_in(2) {
                let objects: Vec<Value> = (0..=choices.below(2))
                    .map(|_| choices.object(table, None, 3))
                    .collect();
                let rows: Vec<New<'_>> = objects.iter().map(|object| (object, None)).collect();
                let model = expected.add(table, &rows, None).map(|_| ());
                let document = format!(
                    "mutation($v: [{name}InsertInput!]!) {{ w: insertInto{name}Collection(objects: $v) {{ affectedCount }} }}"
                );
                (document, json!({ "v": objects }), model)
            } else {
                let slug = choices.slug(table);
                let set = choices.set(table, 2);
                let found: Vec<String> = state.0[table]
                    .keys()
                    .filter(|known| **known == slug)
                    .cloned()
                    .collect();
                let model = if is_complete(table, &set, "", false) {
                    expected.change(table, &found, &set)
                } else {
                    Err(Refused)
                };
                let document = format!(
                    "mutation($v: {name}UpdateInput!) {{ w: update{name}Collection(set: $v, filter: {{slug: {{eq: \"{slug}\"}}}}) {{ affectedCount }} }}"
                );
                (document, json!({ "v": set }), model)
            };
            let answer = send(&tenant, &document, &variables);
            let context =
                format!("seed {seed}, step {step}\n{document}\n{variables:#}\n{answer:#}\n{state:#?}");
            assert_eq!(answer.get("errors").is_some(), model.is_err(), "{context}");
            if model.is_ok() {
                state = expected;
                taken += 1;
            } else {
                let code = answer["errors"][0]["extensions"]["code"].as_str().unwrap();
                assert_ne!(code, "internal", "{context}");
                refused += 1;
            }
            assert_eq!(read(&tenant), state, "{context}");
        }
    }
    // Both happen often enough to say something.
    assert!(taken > 100 && refused > 100, "{taken} taken, {refused} refused");
}
