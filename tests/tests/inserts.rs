//! Inserts whose letters the Worker's entry puts together by itself: how the gateway describes their forms, and what it sends and
//! answers itself, for `tests/entry/inserts.test.mjs` to do the same.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use api::template::insert::HOLE;
use serde_json::{Value as Json, json};
use tests::case::CaseRequest;
use tests::golden;
use tests::host::{Tenant, TestHost, request, with_key};
use tests::native::Native;

const SCHEMA: &str = "
CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(12) NOT NULL, land CHAR(2), born SMALLINT UNSIGNED,
  fans BIGINT, about TEXT, seen DATETIME, rich BOOL, pay DECIMAL(6,2), UNIQUE KEY (name, land));
CREATE TABLE tag (word VARCHAR(20) PRIMARY KEY, weight TINYINT NOT NULL DEFAULT 1);
CREATE TABLE note (author_id INT NOT NULL, line INT NOT NULL, text TINYTEXT, PRIMARY KEY (author_id, line));
CREATE TABLE entry (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, word VARCHAR(20), FOREIGN KEY (word) REFERENCES tag (word));";

/// A form, `#` in place of each integer and `$` of each text, and values for it; and whether the entry does it by itself. It may leave
/// some values to the gateway all the same.
#[derive(Clone, Copy)]
struct Form {
    path: &'static str,
    prefer: Option<&'static str>,
    body: &'static str,
    values: &'static [&'static [&'static str]],
    has_template: bool,
}

const fn form(path: &'static str, body: &'static str, values: &'static [&'static [&'static str]]) -> Form {
    Form {
        path,
        prefer: None,
        body,
        values,
        has_template: true,
    }
}

const fn preferring(prefer: &'static str, form: Form) -> Form {
    Form {
        prefer: Some(prefer),
        ..form
    }
}

/// One for the gateway.
const fn other(form: Form) -> Form {
    Form {
        has_template: false,
        ..form
    }
}

const FORMS: &[Form] = &[
    form(
        "/rest/author",
        r#"{"name":$}"#,
        &[
            &["\"Ursula\""],
            &["\"Octavia\""],
            &["\"\""],
            &[r#""a\"b\\c/d""#],
            &[r#""\b\t\n\f\r""#],
            &["\"\\u001f\u{7f}\""],
            &[r#""\u0001""#],
            &[r#""\u0000""#],
            &["\"Zoë\""],
            &["\"名前名前\""],
            &["\"名前名前名\""],
            &["\"👩‍🚀\""],
            &[r#""\ud83d""#],
            &["\"twelve chars\""],
            &["\"thirteen char\""],
            &["\"Ursula\u{2028}\""],
            &["\"Ursula\""],
            &["null"],
            &["7"],
        ],
    ),
    preferring(
        "return=representation",
        form(
            "/rest/author?select=id,name,fans",
            r#"[{"name":$,"land":$,"born":#,"fans":#,"about":$}]"#,
            &[
                &["\"a\"", "\"FR\"", "1900", "5", "\"x\""],
                &["\"b\"", "\"\"", "0", "-5", "\"\""],
                &["\"c\"", "\"F \"", "65535", "9007199254740991", "\"y\""],
                &["\"d\"", "\"FRA\"", "1", "1", "\"y\""],
                &["\"e\"", "\"FR\"", "65536", "1", "\"y\""],
                &["\"f\"", "\"FR\"", "-1", "1", "\"y\""],
                &["\"g\"", "\"FR\"", "1", "9007199254740993", "\"y\""],
                &["\"h\"", "\"FR\"", "1", "-9223372036854775808", "\"y\""],
                &["\"i\"", "\"FR\"", "-0", "1", "\"y\""],
                &["\"j\"", "\"FR\"", "1.0", "1", "\"y\""],
                &["\"k\"", "\"FR\"", "1e3", "1", "\"y\""],
                &["\"l\"", "\"FR\"", "\"7\"", "1", "\"y\""],
                &["\"a\"", "\"FR\"", "1", "1", "\"y\""],
                &["\"m\"", "\"FR\"", "1", "1", "\"' OR 1=1; --\""],
                &["\"n\"", "null", "null", "null", "null"],
            ],
        ),
    ),
    preferring(
        "return=headers-only, count=exact",
        form(
            "/rest/author",
            r#"{"name":$,"rich":true}"#,
            &[&["\"Ann\""], &["\"Bo\""], &["\"Cy\""]],
        ),
    ),
    form(
        "/rest/tag",
        r#"[{"word":$},{"word":$}]"#,
        &[&["\"a\"", "\"b\""], &["\"c\"", "\"d\""], &["\"e\"", "\"e\""]],
    ),
    form(
        "/rest/note",
        r#"[{"author_id":#,"line":#,"text":$},{"text":$,"line":#,"author_id":#}]"#,
        &[
            &["1", "1", "\"one\"", "\"two\"", "2", "1"],
            &["2", "1", "\"éé\"", "\"\"", "3", "1"],
            &["2", "1", "\"again\"", "\"\"", "4", "1"],
        ],
    ),
    form(
        "/rest/entry",
        r#"{"word":$}"#,
        &[&["\"a\""], &["\"b\""], &["\"nowhere\""], &["\"c\""]],
    ),
    form(
        "/graphql",
        r#"{"query":"mutation($o: [AuthorInsertInput!]!) { insertIntoAuthorCollection(objects: $o) { affectedCount records { id name } } }","variables":{"o":[{"name":$,"born":#}]}}"#,
        &[
            &["\"G1\"", "1"],
            &["\"G2\"", "2"],
            &["\"Zoë\"", "65535"],
            &["\"G3\"", "65536"],
            &["\"G4\"", "-1"],
            &["\"G4\"", "2147483648"],
            &[r#""G5\n""#, "3"],
            &["\"thirteen char\"", "3"],
            &["\"G1\"", "1"],
        ],
    ),
    form(
        "/graphql",
        r#"{"variables":{"name":$,"born":#},"query":"mutation M($name: String!, $born: Int) { insertIntoAuthorCollection(objects: {name: $name, land: \"FR\", born: $born}) { records { __typename born } } }","operationName":"M"}"#,
        &[&["\"H1\"", "1"], &["\"H2\"", "2"], &["\"H3\"", "3"]],
    ),
    // A value that stands in two places, in none, or in another than a row.
    other(form(
        "/graphql",
        r#"{"query":"mutation($name: String!) { insertIntoAuthorCollection(objects: {name: $name, about: $name}) { affectedCount } }","variables":{"name":$}}"#,
        &[&["\"I1\""], &["\"I2\""], &["\"I3\""]],
    )),
    other(form(
        "/graphql",
        r#"{"query":"mutation($name: String!) { insertIntoAuthorCollection(objects: {name: $name}) { affectedCount } }","variables":{"name":$,"born":#}}"#,
        &[&["\"J1\"", "1"], &["\"J2\"", "2"], &["\"J3\"", "3"]],
    )),
    other(form(
        "/graphql",
        r#"{"query":"mutation($name: String!, $most: Int) { insertIntoAuthorCollection(objects: {name: $name}) { records { tag: name(x: $most) } } }","variables":{"name":$,"most":#}}"#,
        &[&["\"K1\"", "1"], &["\"K2\"", "2"]],
    )),
    // Types that are not kept as they come.
    other(form(
        "/rest/author",
        r#"{"name":$,"seen":$}"#,
        &[
            &["\"L1\"", "\"2024-01-01T00:00:00\""],
            &["\"L2\"", "\"2024-01-01\""],
            &["\"L3\"", "\"soon\""],
        ],
    )),
    other(form(
        "/rest/author",
        r#"{"name":$,"pay":#}"#,
        &[&["\"M1\"", "1"], &["\"M2\"", "2"]],
    )),
    // What the client gives of the key stands in the row's address.
    other(form(
        "/rest/tag",
        r#"{"word":$,"weight":#}"#,
        &[&["\"x\"", "1"], &["\"y y\"", "2"], &["\"z/é\"", "128"]],
    )),
    // A row that is there may be changed.
    other(preferring(
        "resolution=merge-duplicates",
        form(
            "/rest/tag",
            r#"[{"word":$,"weight":#},{"word":$,"weight":#}]"#,
            &[
                &["\"u\"", "1", "\"w\"", "1"],
                &["\"u\"", "2", "\"w\"", "1"],
                &["\"v\"", "3", "\"w\"", "1"],
            ],
        ),
    )),
    // Nothing stays of it, or it is explained.
    other(preferring(
        "tx=rollback",
        form("/rest/author", r#"{"name":$}"#, &[&["\"N1\""], &["\"N2\""]]),
    )),
    other(preferring(
        "explain",
        form("/rest/author", r#"{"name":$}"#, &[&["\"O1\""], &["\"O2\""]]),
    )),
    // Members that there are not, or a row too few.
    other(form(
        "/rest/author",
        r#"{"name":$,"nane":$}"#,
        &[&["\"P\"", "\"P\""], &["\"Q\"", "\"Q\""]],
    )),
    other(form("/rest/author", r#"{"land":$}"#, &[&["\"FR\""], &["\"DE\""]])),
];

impl Form {
    /// The request with `values` in it, or with holes.
    fn request(&self, key: &str, values: Option<&[&str]>) -> CaseRequest {
        let mut values = values.map(<[_]>::iter);
        let mut body = String::new();
        // A variable's `$` is followed by its name.
        let mut rest = self.body.chars().peekable();
        while let Some(c) = rest.next() {
            let ends = rest.peek().is_none_or(|next| ",}]".contains(*next));
            match (c, &mut values) {
                ('#' | '$', Some(values)) if ends => body.push_str(values.next().unwrap()),
                ('#', None) if ends => body.push(HOLE),
                ('$', None) if ends => body.extend(['"', HOLE, '"']),
                _ => body.push(c),
            }
        }
        let path = format!("/t/shop{}", self.path);
        let mut request = with_key(request("POST", &path, "application/json", body), key);
        request
            .headers
            .extend(self.prefer.map(|prefer| ("prefer".to_owned(), prefer.to_owned())));
        request
    }
}

/// Bytes as characters, one each.
fn characters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// What becomes of one request.
fn sent(native: &Native, request: &CaseRequest) -> Json {
    native.written().unwrap();
    let response = native.send(request).unwrap();
    let exchange = native.written().unwrap();
    json!({
        "body": str::from_utf8(&request.body).unwrap(),
        "status": response.status,
        "headers": response.headers.into_iter().collect::<BTreeMap<_, _>>(),
        "answer": response.body,
        "letter": exchange.as_ref().map(|exchange| characters(&exchange.letter)),
        "told": exchange.as_ref().map(|exchange| characters(&exchange.told)),
        "text": exchange.map(|exchange| exchange.text),
    })
}

#[test]
fn an_insert_s_form_is_described_for_the_entry() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "shop").unwrap();
    tenant.push("application/sql", SCHEMA).unwrap();
    let mut lines = String::from("[\n");
    for (at, form) in FORMS.iter().enumerate() {
        let sent: Vec<Json> = form
            .values
            .iter()
            .map(|values| sent(&native, &form.request(&tenant.key, Some(values))))
            .collect();
        let open = form.request(&tenant.key, None);
        let template = native.insert_template(&open);
        // A transaction on terms of its own is no plain write.
        let template = template.filter(|_| sent.iter().any(|sent| !sent["letter"].is_null()));
        assert_eq!(template.is_some(), form.has_template, "{}: {sent:#?}", form.body);
        let comma = if at + 1 < FORMS.len() { "," } else { "" };
        let recorded = json!({
            "path": form.path,
            "prefer": form.prefer,
            "form": str::from_utf8(&open.body).unwrap(),
            "template": template.map(|template| template.described()),
            "sent": sent,
        });
        writeln!(lines, "{recorded}{comma}").unwrap();
    }
    lines.push(']');
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("entry/inserts.json");
    golden::check(&file, &lines).unwrap();
}
