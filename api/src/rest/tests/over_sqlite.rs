//! Requests as a shard over SQLite answers them.

use schema::Schema;
use shard::Shard;
use shard::catalog::KeyRecord;
use shard::native::NativeSql;
use shard::op::Run;
use shard::wire::{Answer, Request};

use crate::gateway::Responds;
use crate::http::{Body, Header, Response};
use crate::plan::{Planned, Planning};
use crate::rest::plan;

const COUNT: (Header, &str) = (Header::Prefer, "count=exact");
const ROWS: (Header, &str) = (Header::Prefer, "return=representation");
const OBJECT: (Header, &str) = (Header::Accept, "application/vnd.pgrst.object+json");

/// A bookshop with its rows.
struct Shop {
    shard: Shard<NativeSql>,
    /// Its version: requests that name another are refused.
    catalog: u64,
    model: codegen::ApiModel,
}

impl Shop {
    fn open() -> Self {
        let mut schema: Schema = serde_json::from_str(include_str!("shop.json")).unwrap();
        for table in &mut schema.tables {
            table.columns.retain(|column| column.generated.is_none());
        }
        let shard = Shard::new(NativeSql::in_memory().unwrap(), "n0nce".to_owned());
        let key = KeyRecord {
            id: "k".into(),
            name: "k".into(),
            hash: "h".into(),
        };
        shard.answer(Request::Create(key)).unwrap();
        let declaration = serde_json::to_string(&schema).unwrap();
        shard.answer(Request::Migrate { from: 0, declaration }).unwrap();
        let Answer::Catalog(data) = shard.answer(Request::Catalog).unwrap().0.answer else {
            panic!("no catalog");
        };
        let shop = Self {
            catalog: data.catalog,
            shard,
            model: codegen::derive::derive(&schema),
        };
        for (line, rows) in [
            ("POST author", r#"[{"name":"Ann"},{"name":"Bob"}]"#),
            (
                "POST book",
                r#"[{"title":"A","authorId":1,"year":1999,"price":"1.50"},
                    {"title":"b","authorId":1,"editorId":2,"order":5,"inPrint":false},
                    {"title":"C","author_id":2,"year":2001,"in_print":true}]"#,
            ),
            (
                "POST review",
                r#"[{"bookId":1,"rating":5},{"bookId":1,"rating":3},{"bookId":2,"rating":4}]"#,
            ),
            ("POST tag", r#"[{"name":"a/b, c"},{"name":""}]"#),
            (
                "POST category",
                r#"[{"id":1},{"id":2,"parentId":1},{"id":3,"parentId":1}]"#,
            ),
        ] {
            let (status, body, _) = shop.send(line, &[], rows);
            assert_eq!((status, body.as_str()), (201, ""), "{line}");
        }
        shop
    }

    /// The status, the body and the headers of an answer.
    fn send(&self, line: &str, headers: &[(Header, &str)], body: &str) -> (u16, String, Response<String>) {
        let (path, request) = super::request(line, headers, body);
        let response = match plan(Planning::of(&self.model), "shop", &path, &request) {
            Err(error) => error.problem(),
            Ok(Planned::Ready(response) | Planned::Refused(response)) => response,
            Ok(Planned::Run {
                shape,
                values,
                respond: how,
                ..
            }) => {
                let run = Run {
                    catalog: self.catalog,
                    shape,
                    values,
                };
                let outcome = Request::run(&run).and_then(|run| self.shard.answer(run));
                how.respond(outcome.map(|(reply, text)| (text.unwrap_or_default(), reply.answer)))
            }
        };
        let body = match &response.body {
            Body::Empty => String::new(),
            Body::Text(text) | Body::Shard(text) => text.clone(),
        };
        (response.status, body, response)
    }
}

#[test]
fn reads() {
    let shop = Shop::open();
    for (line, body) in [
        (
            "GET book?select=id,title,author_id,y:year&order=title.desc&limit=2",
            r#"[{"id":3,"title":"C","author_id":2,"y":2001},{"id":2,"title":"b","author_id":1,"y":null}]"#,
        ),
        ("GET book?select=id&order=year", r#"[{"id":1},{"id":3},{"id":2}]"#),
        (
            "GET book?select=id&order=year.desc",
            r#"[{"id":2},{"id":3},{"id":1}]"#,
        ),
        ("GET book?select=id&price=gte.1.5", r#"[{"id":1}]"#),
        (
            "GET book?select=id&title.in=A,C&year=not.eq.1999",
            r#"[{"id":3}]"#,
        ),
        (
            "GET book?select=id&title.in=A&order=id.desc&title.in=C&title.in=D,A&order=year",
            r#"[{"id":3},{"id":1}]"#,
        ),
        ("GET book?select=id&title=in.(A,\"C\")", r#"[{"id":1},{"id":3}]"#),
        ("GET book?select=id&id=in.()", "[]"),
        (
            "GET book?select=id&in_print=not.is.true",
            r#"[{"id":1},{"id":2}]"#,
        ),
        ("GET book?select=id&inPrint=is.unknown", r#"[{"id":1}]"#),
        ("GET book?select=id&year.is=not_null&order.eq=5", "[]"),
        ("GET book?select=id&order.eq=5", r#"[{"id":2}]"#),
        (
            "GET book?select=id&or=(year.eq.1999,and(title.ilike.B*,author_id.eq.1))",
            r#"[{"id":1},{"id":2}]"#,
        ),
        ("GET book?select=id&not.or=(id.eq.1,id.eq.2)", r#"[{"id":3}]"#),
        (
            "GET book?select=id,author(name),review(rating)&review.order=rating&review.limit=1&id=lt.3",
            r#"[{"id":1,"author":{"name":"Ann"},"review":[{"rating":3}]},{"id":2,"author":{"name":"Ann"},"review":[{"rating":4}]}]"#,
        ),
        (
            "GET book?select=editor(name),id,review(*)&id=eq.3",
            r#"[{"editor":null,"id":3,"review":[]}]"#,
        ),
        (
            "GET book?select=id,author(name)&author.name=eq.Bob&id=gt.1",
            r#"[{"id":2,"author":null},{"id":3,"author":{"name":"Bob"}}]"#,
        ),
        (
            "GET author?select=name,books:bookCollection(title,review(rating))&books.review.rating=gt.4&id=eq.1",
            r#"[{"name":"Ann","books":[{"title":"A","review":[{"rating":5}]},{"title":"b","review":[]}]}]"#,
        ),
        (
            "GET category?select=id,children:category!parent_id(id),parent(id)&id=lte.2",
            r#"[{"id":1,"children":[{"id":2},{"id":3}],"parent":null},{"id":2,"children":[],"parent":{"id":1}}]"#,
        ),
        ("GET book?select=&limit=2", "[{},{}]"),
        ("GET book/2?select=title", r#"{"title":"b"}"#),
        ("GET tag/a%2Fb, c", r#"{"name":"a/b, c"}"#),
        ("GET tag/", r#"{"name":""}"#),
        ("GET visit", "[]"),
    ] {
        let (status, answered, _) = shop.send(line, &[], "");
        assert_eq!((status, answered.as_str()), (200, body), "{line}");
    }
}

#[test]
fn one_row_alone() {
    let shop = Shop::open();
    for (line, status, body) in [
        ("GET book?select=id&title=eq.C", 200, r#"{"id":3}"#),
        (
            "GET book?select=id&order=year.desc&limit=1&offset=1",
            200,
            r#"{"id":3}"#,
        ),
        ("GET book?select=id&order=title.desc&limit=1", 200, r#"{"id":3}"#),
        ("GET book?select=id", 406, ""),
        ("GET book?select=id&id=eq.9", 406, ""),
    ] {
        let (answered, text, _) = shop.send(line, &[OBJECT], "");
        assert_eq!(answered, status, "{line}: {text}");
        assert!(status != 200 || text == body, "{line}: {text}");
    }
}

#[test]
fn writes() {
    let shop = Shop::open();
    for (line, headers, given, status, body) in [
        (
            "POST tag",
            vec![ROWS],
            r#"{"name":"x"}"#,
            201,
            r#"[{"name":"x"}]"#,
        ),
        (
            "POST book?select=id,author(name)",
            vec![ROWS, OBJECT],
            r#"{"title":"d","authorId":2}"#,
            201,
            r#"{"id":4,"author":{"name":"Bob"}}"#,
        ),
        ("PATCH book/4", vec![], r#"{"year":1980}"#, 204, ""),
        (
            "PATCH book?id=gt.2&select=id,year",
            vec![ROWS],
            r#"{"year":2002}"#,
            200,
            r#"[{"id":3,"year":2002},{"id":4,"year":2002}]"#,
        ),
        ("PATCH book?id=gt.2", vec![OBJECT], r#"{"year":1}"#, 422, ""),
        ("PATCH book?id=gt.2", vec![OBJECT], r#"{"year":2003}"#, 406, ""),
        ("PATCH book/9", vec![], r#"{"year":2003}"#, 404, ""),
        ("GET book?select=id&year=eq.2003", vec![], "", 200, "[]"),
        (
            "DELETE book?id=gt.2",
            vec![(Header::Prefer, "max-affected=1")],
            "",
            422,
            "",
        ),
        (
            "DELETE book/4?select=title,author(name)",
            vec![ROWS],
            "",
            200,
            r#"{"title":"d","author":{"name":"Bob"}}"#,
        ),
        ("DELETE book/4", vec![], "", 404, ""),
        ("POST tag", vec![], r#"{"name":"x"}"#, 409, ""),
        ("POST review", vec![], r#"{"bookId":99,"rating":1}"#, 409, ""),
    ] {
        let (answered, text, _) = shop.send(line, &headers, given);
        assert_eq!(answered, status, "{line}: {text}");
        assert!(status >= 400 || text == body, "{line}: {text}");
    }
}

#[test]
fn headers_tell_places_and_numbers() {
    let shop = Shop::open();
    for (line, headers, given, name, value) in [
        ("GET book?limit=2", vec![COUNT], "", "content-range", "0-1/3"),
        ("HEAD book", vec![COUNT], "", "content-range", "0-2/3"),
        ("HEAD book?id=gt.1", vec![], "", "content-range", "0-1/*"),
        ("GET book?offset=7", vec![COUNT], "", "content-range", "*/3"),
        (
            "PATCH book?id=gt.1",
            vec![COUNT],
            r#"{"year":1}"#,
            "content-type",
            "application/problem+json",
        ),
        ("DELETE review?id=gt.1", vec![COUNT], "", "content-range", "*/2"),
        (
            "POST author",
            vec![],
            r#"{"name":"x"}"#,
            "location",
            "/t/shop/rest/author/3",
        ),
        (
            "POST tag",
            vec![],
            r#"{"name":"a,b"}"#,
            "location",
            "/t/shop/rest/tag/a%2Cb",
        ),
        (
            "POST book_tag",
            vec![],
            r#"{"bookId":1,"tagName":"a,b"}"#,
            "location",
            "/t/shop/rest/bookTag/1,a%2Cb",
        ),
    ] {
        let (_, text, response) = shop.send(line, &headers, given);
        let found = response.headers.iter().find(|(header, _)| *header == name);
        assert_eq!(
            found.map(|(_, value)| value.as_ref()),
            Some(value),
            "{line}: {text}"
        );
    }
}
