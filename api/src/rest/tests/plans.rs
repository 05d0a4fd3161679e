//! Requests and what is asked of the shard for them, in a golden file: `UPDATE_GOLDEN=1 cargo test -p api` writes it anew.

use std::fmt::Write;
use std::path::Path;

use crate::http::Header;
use crate::plan::Planned;

const REPRESENTATION: (Header, &str) = (Header::Prefer, "return=representation");
const OBJECT: (Header, &str) = (Header::Accept, "application/vnd.pgrst.object+json");

type Case = (&'static str, &'static [(Header, &'static str)], &'static str);

const CASES: &[Case] = &[
    ("GET visit", &[], ""),
    ("GET book?select=id,t:title,author_id&limit=2&offset=4", &[], ""),
    (
        "GET book?select=id&year=gte.2000&year.lt=2010&title.in=a,\"b,c\"",
        &[],
        "",
    ),
    (
        "GET book?select=id&title=like.*x*&in_print=not.is.true&order.eq=5",
        &[],
        "",
    ),
    (
        "GET book?select=id&or=(year.eq.1999,and(price.gt.2.5,editorId.is.null))&not.and=(id.eq.1,id.eq.2)",
        &[],
        "",
    ),
    ("GET book?select=id&order=year.desc,title.asc.nullsfirst", &[], ""),
    (
        "GET book?select=title,author(name),review(rating)&review.order=rating.desc&review.limit=3&review.rating=gte.4",
        &[],
        "",
    ),
    (
        "GET author?select=name,books:bookCollection(title,review(*))&books.review.limit=1&books.title=eq.x",
        &[],
        "",
    ),
    (
        "GET book?select=a:author_id(name),e:author!book_editor(name)&e.name=eq.x",
        &[],
        "",
    ),
    (
        "GET category?select=id,children:category!parent_id(id),parent_id(id)",
        &[],
        "",
    ),
    ("GET book?select=id,review()", &[], ""),
    (
        "GET book?select=id",
        &[(Header::Range, "10-19"), (Header::Prefer, "count=exact")],
        "",
    ),
    ("HEAD book", &[(Header::Prefer, "count=exact")], ""),
    ("GET book?select=id&title=eq.x", &[OBJECT], ""),
    ("GET book?select=id&limit=1", &[OBJECT], ""),
    ("GET book/17?select=title", &[], ""),
    ("GET book_tag/1,a%2Cb?select=bookId", &[], ""),
    ("GET tag/a,b%2Fc", &[], ""),
    ("POST book", &[], r#"{"title":"x","author_id":1,"price":"1.50"}"#),
    (
        "POST book?select=id,author(name)",
        &[REPRESENTATION],
        r#"[{"title":"x","authorId":1},{"title":"y","authorId":2,"year":1999}]"#,
    ),
    (
        "POST tag?columns=%22name%22",
        &[REPRESENTATION, OBJECT],
        r#"{"name":"x","nothing":1}"#,
    ),
    ("PATCH book?id=in.(1,2)", &[], r#"{"year":2001,"title":"x"}"#),
    (
        "PATCH book/1?year=eq.2000&select=id",
        &[REPRESENTATION],
        r#"{"title":"x"}"#,
    ),
    ("PATCH book?title=eq.x", &[OBJECT], r#"{"year":null}"#),
    ("DELETE book?id=eq.1&select=id", &[REPRESENTATION], ""),
    ("DELETE book?id=gt.1", &[(Header::Prefer, "max-affected=5")], ""),
    ("DELETE book/1", &[], ""),
];

#[test]
fn plans_are_as_written() {
    let mut written = String::new();
    for (line, headers, body) in CASES {
        let planned = super::planned(line, headers, body).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let Planned::Run { shape, values, .. } = planned else {
            panic!("{line}: nothing to run");
        };
        writeln!(written, "{line}").unwrap();
        for (header, value) in *headers {
            writeln!(written, "{}: {value}", header.name()).unwrap();
        }
        if !body.is_empty() {
            writeln!(written, "{body}").unwrap();
        }
        for part in &shape.parts {
            writeln!(written, "→ {part:?}").unwrap();
        }
        writeln!(written, "→ {values:?}\n").unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rest/tests/plans.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert_eq!(written, std::fs::read_to_string(&path).unwrap());
}
