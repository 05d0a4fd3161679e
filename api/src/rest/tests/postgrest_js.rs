//! What postgrest-js 2.109 sends for its methods, as it sends it: planned as it is, or refused for what it asks.

use crate::error::Code;
use crate::http::Header;

/// The request, its headers, its body, and the code that refuses it.
type Sent = (
    &'static str,
    &'static [(Header, &'static str)],
    &'static str,
    Option<Code>,
);

const SENT: &[Sent] = &[
    ("GET book?select=*", &[], "", None),
    ("GET book?select=id%2Ctitle%2Cauthor%28name%29", &[], "", None),
    ("HEAD book?select=*", &[(Header::Prefer, "count=exact")], "", None),
    (
        "GET book?select=id&title=eq.a%2Cb%26c+%22d%22&id=neq.1&year=gt.2000&year=gte.2000&year=lt.2000&year=lte.2000",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=*&title=like.%25a%25&title=ilike.a*",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=*&title=like%28all%29.%7Ba%25%2C%25b%7D&title=ilike%28any%29.%7Ba%2Cb%25%2Cc%7D",
        &[],
        "",
        None,
    ),
    ("GET book?select=*&year=is.null&in_print=is.true", &[], "", None),
    (
        "GET book?select=*&title=in.%28a%2C%22b%2Cc%22%2Cd%22e%2C%22%28f%29%22%29",
        &[],
        "",
        None,
    ),
    ("GET book?select=*&id=in.%281%2C2%29", &[], "", None),
    (
        "GET book?select=*&title=not.in.%28%22a%22%2C%22b%22%29&year=not.is.null",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=*&or=%28id.eq.2%2Cand%28year.gt.2000%2Ctitle.like.*x*%29%29",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=id%2Creview%28rating%29&review.or=%28rating.eq.1%2Crating.gt.3%29&review.order=rating.desc.nullslast&review.limit=5&review.offset=0",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=*&order=title.asc%2Cid.desc.nullsfirst&offset=10&limit=10",
        &[],
        "",
        None,
    ),
    ("GET book?select=*&id=eq.1&title=eq.x", &[], "", None),
    (
        "GET book?select=*&id=eq.1",
        &[(Header::Accept, "application/vnd.pgrst.object+json")],
        "",
        None,
    ),
    ("GET book?select=*&id=eq.1", &[], "", None),
    (
        "GET book?select=id&title=startsWith.a",
        &[(Header::Prefer, "count=estimated")],
        "",
        None,
    ),
    ("POST book", &[], r#"{"title":"x","author_id":1}"#, None),
    (
        "POST book?columns=%22title%22%2C%22author_id%22%2C%22year%22&select=id%2Cauthor%28name%29",
        &[(Header::Prefer, "return=representation")],
        r#"[{"title":"x","author_id":1},{"title":"y","author_id":1,"year":2000}]"#,
        None,
    ),
    (
        "POST book?columns=%22title%22%2C%22author_id%22&select=*",
        &[
            (
                Header::Prefer,
                "count=exact, missing=default, return=representation",
            ),
            (Header::Accept, "application/vnd.pgrst.object+json"),
        ],
        r#"[{"title":"x","author_id":1}]"#,
        None,
    ),
    ("PATCH book?id=eq.1", &[], r#"{"title":"z"}"#, None),
    (
        "PATCH book?id=eq.1&select=*",
        &[(Header::Prefer, "count=exact, return=representation")],
        r#"{"title":"z"}"#,
        None,
    ),
    ("DELETE book?id=eq.1", &[], "", None),
    (
        "DELETE book?id=in.%281%2C2%29&select=*",
        &[(Header::Prefer, "count=exact, return=representation")],
        "",
        None,
    ),
    (
        "DELETE book?id=eq.1",
        &[(Header::Prefer, "handling=strict, max-affected=3")],
        "",
        None,
    ),
    (
        "GET book?select=author%21book_author%21left%28name%29",
        &[],
        "",
        None,
    ),
    (
        "GET book?select=a%3Aauthor%21book_editor%28name%29&a.name=eq.x",
        &[],
        "",
        None,
    ),
    (
        "POST book?on_conflict=id",
        &[(Header::Prefer, "resolution=merge-duplicates")],
        r#"{"id":1,"title":"x","author_id":1}"#,
        None,
    ),
    (
        "GET book?select=author%21inner%28name%29&author.name=eq.x",
        &[],
        "",
        None,
    ),
    ("GET book?select=*&title=fts.x", &[], "", Some(Code::NotSupported)),
    ("GET book?select=*", &[(Header::Accept, "text/csv")], "", None),
];

#[test]
fn a_client_of_postgrest_is_understood() {
    for (line, headers, body, refused) in SENT {
        let code = super::planned(line, headers, body).err().map(|error| error.code);
        assert_eq!(code, *refused, "{line} {headers:?}");
    }
}
