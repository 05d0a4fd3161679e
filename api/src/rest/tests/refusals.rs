//! Requests that are refused before any shard is asked: the code, and a word that the message must hold.

use crate::error::Code;
use crate::http::{Body, Header};
use crate::plan::Planned;

#[test]
fn reads_are_refused_with_what_and_where() {
    for (line, code, word) in [
        ("GET boook", Code::NotFound, "'book'"),
        ("GET bo%zz", Code::BadRequest, "bo%zz"),
        ("GET book/1/2", Code::NotFound, "%2F"),
        ("GET book/x", Code::InvalidValue, "id"),
        ("GET book_tag/1", Code::InvalidValue, "bookId,tagName"),
        ("GET visit/1", Code::NotFound, "no primary key"),
        ("GET book?titel=eq.x", Code::UnknownName, "'title'"),
        ("GET book?year=2000", Code::BadRequest, "operator"),
        ("GET book?year.equals=2000", Code::UnknownName, "operators"),
        ("GET book?year=eq.abc", Code::InvalidValue, "year"),
        ("GET book?year=like.2*", Code::InvalidValue, "year"),
        ("GET book?title=is.true", Code::InvalidValue, "boolean"),
        ("GET book?title=fts.x", Code::NotSupported, "FULLTEXT"),
        ("GET book?order=5", Code::UnknownName, "order"),
        ("GET book?order=author(count())", Code::BadRequest, "one row"),
        ("GET book?order=review(rating)", Code::BadRequest, "count()"),
        ("GET book?order=author(nam)", Code::UnknownName, "'name'"),
        ("GET book?order=autor(name)", Code::UnknownName, "order:"),
        ("GET book?limit=x", Code::BadRequest, "limit"),
        ("GET book?limit=-1", Code::BadRequest, "limit"),
        ("GET book?limit=10001", Code::LimitExceeded, "10000"),
        ("GET book?offset=-1", Code::BadRequest, "offset"),
        ("GET book?limit=1&limit=2", Code::BadRequest, "twice"),
        ("GET book/1?limit=1", Code::BadRequest, "limit"),
        ("GET book?columns=id", Code::BadRequest, "columns"),
        ("GET book?on_conflict=id", Code::BadRequest, "POST"),
        ("GET book?select=titel", Code::UnknownName, "'title'"),
        ("GET book?select=author", Code::UnknownName, "author(*)"),
        ("GET book?select=title(id)", Code::UnknownName, "column"),
        ("GET book?select=count(*)", Code::UnknownName, "'count()'"),
        ("GET book?select=title.sum()", Code::InvalidValue, "numbers"),
        ("GET book?select=price.median()", Code::BadRequest, "'.avg()'"),
        (
            "GET book?select=count(),n:id.count(),count:id.max()",
            Code::Contradiction,
            "'count'",
        ),
        (
            "GET book?select=year,count()&order=title",
            Code::UnknownName,
            "'title'",
        ),
        ("GET book/1?select=count()", Code::NotSupported, "row"),
        ("GET book?select=a:id,a:title", Code::Contradiction, "'a'"),
        ("GET book?select=author!nothing(id)", Code::UnknownName, "nothing"),
        (
            "GET book?select=author(id)&author=eq.1",
            Code::BadRequest,
            "is.null",
        ),
        (
            "GET author?select=book(id)",
            Code::AmbiguousRelation,
            "bookCollectionByEditor",
        ),
        (
            "GET category?select=category(id)",
            Code::AmbiguousRelation,
            "parent",
        ),
        ("GET book?author.name=eq.x", Code::UnknownName, "author(*)"),
        (
            "GET book?select=author(id)&author.nam=eq.x",
            Code::UnknownName,
            "'name'",
        ),
        ("DELETE book", Code::FilterRequired, "book"),
        ("DELETE book/1?limit=1", Code::BadRequest, "limit"),
    ] {
        let error = super::planned(line, &[], "").unwrap_err();
        assert_eq!(error.code, code, "{line}: {}", error.message);
        assert!(error.message.contains(word), "{line}: {}", error.message);
    }
}

#[test]
fn bodies_are_refused_with_what_and_where() {
    for (line, body, code, word) in [
        ("POST book", "", Code::BadRequest, "empty"),
        ("POST book", "{\"title\":}", Code::BadRequest, "line 1, column 10"),
        ("POST book", "{\"titel\":\"x\"}", Code::UnknownName, "'title'"),
        (
            "POST book",
            "{\"title\":\"x\"}",
            Code::NotNullViolation,
            "authorId",
        ),
        (
            "POST book",
            "{\"title\":5,\"authorId\":1}",
            Code::InvalidValue,
            "title",
        ),
        (
            "POST book",
            "{\"slug\":\"x\",\"title\":\"x\",\"authorId\":1}",
            Code::InvalidValue,
            "generated",
        ),
        (
            "POST book",
            "{\"authorId\":1,\"author_id\":1,\"title\":\"x\"}",
            Code::BadRequest,
            "'author_id'",
        ),
        (
            "POST tag",
            "{\"name\":\"x\",\"name\":\"y\"}",
            Code::BadRequest,
            "twice",
        ),
        ("POST book?id=eq.1", "{}", Code::BadRequest, "filter"),
        ("POST tag", "{}", Code::BadRequest, "[{}]"),
        ("POST tag?columns=nme", "{}", Code::UnknownName, "'name'"),
        ("PATCH book", "{\"title\":\"x\"}", Code::FilterRequired, "book"),
        ("PATCH book?id=eq.1", "[]", Code::BadRequest, "one object"),
        ("PATCH book?id=eq.1", "{}", Code::Contradiction, "no column"),
        (
            "PATCH book?id=eq.1",
            "{\"slug\":\"x\"}",
            Code::InvalidValue,
            "generated",
        ),
    ] {
        let error = super::planned(line, &[], body).unwrap_err();
        assert_eq!(error.code, code, "{line} {body}: {}", error.message);
        assert!(error.message.contains(word), "{line} {body}: {}", error.message);
    }
    let error = super::planned("POST tag", &[], "[{\"name\":\"a\"},{\"name\":1}]").unwrap_err();
    assert_eq!(error.details["row"], 1);
}

#[test]
fn headers_are_refused_with_what_and_where() {
    for (line, header, value, code) in [
        ("GET book", Header::Accept, "text/html", Code::NotAcceptable),
        ("GET book", Header::Range, "x", Code::BadRequest),
        ("GET book", Header::Range, "9-3", Code::RangeNotSatisfiable),
        (
            "GET book",
            Header::Prefer,
            "handling=strict, foo",
            Code::NotSupported,
        ),
        (
            "POST tag",
            Header::ContentType,
            "text/xml",
            Code::UnsupportedMediaType,
        ),
        (
            "POST tag",
            Header::Prefer,
            "resolution=overwrite",
            Code::BadRequest,
        ),
        (
            "POST tag",
            Header::Accept,
            "application/vnd.pgrst.object+json",
            Code::NotAcceptable,
        ),
    ] {
        let error = super::planned(line, &[(header, value)], "[]").unwrap_err();
        assert_eq!(error.code, code, "{line} {value}: {}", error.message);
    }
}

#[test]
fn methods_that_a_path_does_not_take() {
    for (line, status, allow) in [
        ("POST book/1", 405, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"),
        ("BREW book", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
        ("OPTIONS book/1", 204, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"),
    ] {
        let (Planned::Ready(response) | Planned::Refused(response)) = super::planned(line, &[], "").unwrap()
        else {
            panic!("{line}: runs");
        };
        assert_eq!(response.status, status, "{line}");
        assert!(response.headers.contains(&("allow", allow.into())), "{line}");
    }
}

#[test]
fn no_rows_are_added_without_a_shard() {
    for (prefer, body) in [("return=representation", Some("[]")), ("return=minimal", None)] {
        let planned = super::planned("POST tag", &[(Header::Prefer, prefer)], "[]").unwrap();
        let (Planned::Ready(response) | Planned::Refused(response)) = planned else {
            panic!("{prefer}: runs");
        };
        assert_eq!(response.status, 201);
        match response.body {
            Body::Text(text) => assert_eq!(Some(text.as_str()), body),
            _ => assert_eq!(body, None),
        }
    }
}
