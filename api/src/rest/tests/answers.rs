//! Statuses, headers and bodies for what a shard answers.

use shard::ShardError;
use shard::op::OpInfo;
use shard::wire::Answer;

use crate::gateway::Responds;
use crate::http::{Body, Header, Response};
use crate::plan::Planned;
use crate::rest::tests::Text;

const COUNT: (Header, &str) = (Header::Prefer, "count=exact");
const ROWS: (Header, &str) = (Header::Prefer, "return=representation");
const OBJECT: (Header, &str) = (Header::Accept, "application/vnd.pgrst.object+json");
const BOOK: &str = r#"{"title":"x","authorId":1}"#;

fn info(rows: u64, total: Option<u64>) -> OpInfo {
    OpInfo {
        rows,
        total,
        ..OpInfo::default()
    }
}

fn answered(
    line: &str,
    headers: &[(Header, &str)],
    body: &str,
    outcome: Result<OpInfo, ShardError>,
) -> Response<Text> {
    match super::planned(line, headers, body).unwrap() {
        Planned::Run { respond: how, .. } => {
            how.respond(outcome.map(|info| (Text("rows".to_owned()), Answer::Rows(vec![info]))))
        }
        Planned::Ready(response) | Planned::Refused(response) => response,
    }
}

fn header<'r>(response: &'r Response<Text>, name: &str) -> Option<&'r str> {
    response
        .headers
        .iter()
        .find(|(header, _)| *header == name)
        .map(|(_, value)| value.as_ref())
}

fn is_passed_on(response: &Response<Text>) -> bool {
    matches!(&response.body, Body::Shard(Text(text)) if text == "rows")
}

#[test]
fn lists_say_which_rows_they_are() {
    let range = |text| (Header::Range, text);
    for (line, headers, info, status, content_range) in [
        ("GET book", vec![], info(3, None), 200, "0-2/*"),
        ("GET book", vec![], info(0, None), 200, "*/*"),
        ("GET book", vec![COUNT], info(3, Some(3)), 200, "0-2/3"),
        ("GET book", vec![COUNT], info(0, Some(0)), 200, "*/0"),
        ("GET book?limit=2", vec![COUNT], info(2, Some(3)), 206, "0-1/3"),
        (
            "GET book?limit=2&offset=2",
            vec![COUNT],
            info(1, Some(3)),
            206,
            "2-2/3",
        ),
        ("GET book?limit=0", vec![COUNT], info(0, Some(3)), 206, "*/3"),
        ("GET book?offset=3", vec![COUNT], info(0, Some(3)), 206, "*/3"),
        ("GET book?offset=4", vec![COUNT], info(0, Some(3)), 416, "*/3"),
        ("GET book?offset=4", vec![], info(0, None), 200, "*/*"),
        (
            "GET book",
            vec![range("0-24"), COUNT],
            info(25, Some(573)),
            206,
            "0-24/573",
        ),
        ("GET book", vec![range("0-24")], info(25, None), 206, "0-24/*"),
        ("GET book", vec![range("0-24")], info(9, None), 200, "0-8/*"),
        ("GET book", vec![range("5-")], info(9, None), 206, "5-13/*"),
        ("GET book?limit=8", vec![range("5-")], info(3, None), 206, "5-7/*"),
        (
            "GET book?limit=8&offset=2",
            vec![range("0-3")],
            info(2, None),
            206,
            "2-3/*",
        ),
        ("GET book?limit=1", vec![range("5-")], info(0, None), 206, "*/*"),
        ("GET book", vec![range("bytes=0-5")], info(1, None), 200, "0-0/*"),
    ] {
        let response = answered(line, &headers, "", Ok(info));
        let case = format!("{line} {headers:?}");
        assert_eq!(response.status, status, "{case}");
        assert_eq!(header(&response, "content-range"), Some(content_range), "{case}");
        assert_eq!(is_passed_on(&response), status < 300, "{case}");
    }
}

#[test]
fn heads_have_headers_alone() {
    let response = answered("HEAD book", &[COUNT], "", Ok(info(3, Some(3))));
    assert_eq!(response.status, 200);
    assert_eq!(header(&response, "content-range"), Some("0-2/3"));
    assert_eq!(header(&response, "preference-applied"), Some("count=exact"));
    assert_eq!(
        header(&response, "content-type"),
        Some("application/json; charset=utf-8")
    );
    assert!(matches!(response.body, Body::Empty));
    assert_eq!(answered("HEAD book/1", &[], "", Ok(info(0, None))).status, 404);
}

#[test]
fn one_row_is_one_row() {
    for (line, info, status) in [
        ("GET book", info(1, None), 200),
        ("GET book", info(2, None), 406),
        ("GET book", info(0, None), 406),
        ("GET book?limit=1", info(1, None), 200),
        ("GET book?limit=1", info(0, None), 406),
        ("GET book?limit=5&offset=1", info(1, None), 200),
        ("HEAD book", info(1, None), 200),
        ("GET book/1", info(1, None), 200),
        ("GET book/1", info(0, None), 404),
        ("DELETE book?id=eq.1", info(1, None), 204),
        ("DELETE book?id=eq.1", info(0, None), 406),
        ("DELETE book/1", info(0, None), 404),
    ] {
        let response = answered(line, &[OBJECT], "", Ok(info));
        assert_eq!(response.status, status, "{line}");
        if status == 406 {
            let Body::Text(text) = &response.body else {
                panic!("{line}: {response:?}");
            };
            assert!(text.contains("The result contains "), "{line}: {text}");
        }
    }
    let many = ShardError::TooManyRows {
        found: 3,
        allowed: 1,
        part: 0,
    };
    let line = "PATCH book?year=eq.2000";
    let body = "{\"year\":2001}";
    assert_eq!(answered(line, &[OBJECT], body, Err(many.clone())).status, 406);
    let most = (Header::Prefer, "max-affected=1");
    assert_eq!(answered(line, &[most], body, Err(many)).status, 422);
}

#[test]
fn writes_answer_what_was_preferred() {
    for (line, headers, body, rows, status, content_range) in [
        ("POST book", vec![], BOOK, 1, 201, Some("*/*")),
        ("POST book", vec![COUNT], BOOK, 1, 201, Some("*/1")),
        ("POST book", vec![ROWS], BOOK, 1, 201, Some("*/*")),
        (
            "PATCH book?id=gt.1",
            vec![],
            "{\"year\":1999}",
            2,
            204,
            Some("0-1/*"),
        ),
        (
            "PATCH book?id=gt.1",
            vec![COUNT],
            "{\"year\":1999}",
            0,
            204,
            Some("*/0"),
        ),
        (
            "PATCH book?id=gt.1",
            vec![ROWS],
            "{\"year\":1999}",
            0,
            200,
            Some("*/*"),
        ),
        ("PATCH book/1", vec![], "{\"year\":1999}", 1, 204, None),
        ("PATCH book/1", vec![ROWS], "{\"year\":1999}", 1, 200, None),
        ("PATCH book/1", vec![ROWS], "{\"year\":1999}", 0, 404, None),
        ("DELETE book?id=gt.1", vec![COUNT], "", 3, 204, Some("*/3")),
        ("DELETE book?id=gt.1", vec![ROWS], "", 3, 200, Some("*/*")),
        ("DELETE book/1", vec![], "", 1, 204, None),
        ("DELETE book/1", vec![], "", 0, 404, None),
    ] {
        let response = answered(line, &headers, body, Ok(info(rows, None)));
        let case = format!("{line} {headers:?}");
        assert_eq!(response.status, status, "{case}");
        assert_eq!(header(&response, "content-range"), content_range, "{case}");
        assert_eq!(
            is_passed_on(&response),
            headers.contains(&ROWS) && status < 300,
            "{case}"
        );
        let applied = headers.first().map(|(_, value)| *value).filter(|_| status < 300);
        assert_eq!(header(&response, "preference-applied"), applied, "{case}");
    }
}

#[test]
fn added_rows_have_a_place() {
    for (line, body, key, location) in [
        ("POST book", BOOK, Some("[17]"), Some("/t/shop/rest/book/17")),
        ("POST book", BOOK, None, None),
        (
            "POST book",
            r#"[{"title":"x","authorId":1}]"#,
            Some("[17]"),
            Some("/t/shop/rest/book/17"),
        ),
        (
            "POST book",
            r#"{"id":3,"title":"x","authorId":1}"#,
            None,
            Some("/t/shop/rest/book/3"),
        ),
        (
            "POST tag",
            r#"{"name":"a/b, c"}"#,
            None,
            Some("/t/shop/rest/tag/a%2Fb%2C%20c"),
        ),
        (
            "POST book_tag",
            r#"{"bookId":1,"tagName":"x,y"}"#,
            None,
            Some("/t/shop/rest/bookTag/1,x%2Cy"),
        ),
        (
            "POST tag",
            r#"[{"name":"a"},{"name":"b"}]"#,
            Some("[\"a\"]"),
            None,
        ),
        ("POST visit", r#"{"page":"/"}"#, None, None),
    ] {
        let info = OpInfo {
            rows: 1,
            key: key.map(str::to_owned),
            ..OpInfo::default()
        };
        let response = answered(line, &[], body, Ok(info));
        assert_eq!(response.status, 201, "{body}");
        assert_eq!(header(&response, "location"), location, "{body}");
    }
}
