//! Shapes and markers.

use std::borrow::Cow;

use super::{json, round_trip, through};
use crate::GeometryKind;
use crate::stored::{Literal, Stored, Value, rewrite};

const ANY: Stored = Stored::Geometry {
    kind: GeometryKind::Geometry,
    srid: None,
};

fn of_kind(kind: GeometryKind, srid: Option<u32>) -> Stored {
    Stored::Geometry { kind, srid }
}

const SHAPES: [(&str, &str); 7] = [
    (r#"{"type":"Point","coordinates":[1.5,-2.0]}"#, "POINT(1.5 -2)"),
    (
        r#"{"type":"LineString","coordinates":[[0.0,0.0],[1.0,1e-300]]}"#,
        "LineString(0 0, 1 1e-300)",
    ),
    (
        r#"{"type":"Polygon","coordinates":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]}"#,
        "POLYGON((0 0,1 0,1 1,0 0))",
    ),
    (
        r#"{"type":"MultiPoint","coordinates":[[0.0,0.0],[1.0,2.0]]}"#,
        "MULTIPOINT((0 0),1 2)",
    ),
    (
        r#"{"type":"MultiLineString","coordinates":[[[0.0,0.0],[1.0,2.0]]]}"#,
        "MULTILINESTRING((0 0,1 2))",
    ),
    (
        r#"{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]]}"#,
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))",
    ),
    (
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1.0,2.0]},{"type":"GeometryCollection","geometries":[]}]}"#,
        "GEOMETRYCOLLECTION(POINT(1 2), GEOMETRYCOLLECTION EMPTY)",
    ),
];

#[test]
fn shapes_come_back_from_both_forms() {
    for (shape, wkt) in SHAPES {
        assert_eq!(through(&ANY, shape).unwrap(), shape);
        let literal = Literal::Shape {
            wkt: wkt.to_owned(),
            srid: 0,
        };
        assert_eq!(
            round_trip(&ANY, &ANY.from_literal(&literal).unwrap()),
            shape,
            "{wkt}"
        );
    }
}

#[test]
fn the_kept_form_is_mysqls() {
    let bytes = "E6100000010100000000000000000 0F03F0000000000000040".replace(' ', "");
    let stored = of_kind(GeometryKind::Point, Some(4326));
    let kept = stored
        .encode(&json(r#"{"type":"Point","coordinates":[1,2]}"#))
        .unwrap();
    assert_eq!(
        kept,
        Value::Blob(super::super::rewrite::unhex(bytes.as_bytes()).unwrap())
    );
    let Value::Blob(blob) = kept.clone() else { panic!() };
    assert_eq!(stored.from_literal(&Literal::Bytes(blob.clone())).unwrap(), kept);
    assert!(
        of_kind(GeometryKind::Point, Some(0))
            .from_literal(&Literal::Bytes(blob.clone()))
            .is_err()
    );
    assert!(
        of_kind(GeometryKind::Polygon, None)
            .from_literal(&Literal::Bytes(blob.clone()))
            .is_err()
    );
    assert!(ANY.from_literal(&Literal::Bytes(blob[..24].to_vec())).is_err());
    // Big-endian parts are read as they are.
    let big = [
        &[0; 4][..],
        &[0, 0, 0, 0, 1],
        &1.0_f64.to_be_bytes(),
        &2.0_f64.to_be_bytes(),
    ]
    .concat();
    let printed = round_trip(&ANY, &ANY.from_literal(&Literal::Bytes(big)).unwrap());
    assert_eq!(printed, r#"{"type":"Point","coordinates":[1.0,2.0]}"#);
}

#[test]
fn what_is_no_shape_is_refused() {
    for input in [
        "1",
        "{}",
        r#"{"type":"Circle","coordinates":[1,2]}"#,
        r#"{"type":"Point","coordinates":[1,2,3]}"#,
        r#"{"type":"Point","coordinates":["1","2"]}"#,
        r#"{"type":"Point","coordinates":[1,1e999]}"#,
        r#"{"type":"Point","coordinates":[1,2],"crs":1}"#,
        r#"{"type":"LineString","coordinates":[[1,2]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,2]]]}"#,
        r#"{"type":"Polygon","coordinates":[]}"#,
        r#"{"type":"MultiPoint","coordinates":[]}"#,
    ] {
        assert!(ANY.encode(&json(input)).is_err(), "{input}");
    }
    let message = of_kind(GeometryKind::Polygon, None)
        .encode(&json(SHAPES[0].0))
        .unwrap_err()
        .to_string();
    assert_eq!(message, "expected a Polygon, got a Point");
    let nested = format!(
        "{}{}",
        r#"{"type":"GeometryCollection","geometries":["#.repeat(32),
        "]}".repeat(32)
    );
    assert_eq!(through(&ANY, &nested).unwrap(), nested);
    let deeper = format!(
        "{}{}",
        r#"{"type":"GeometryCollection","geometries":["#.repeat(33),
        "]}".repeat(33)
    );
    assert!(ANY.encode(&json(&deeper)).is_err());
}

#[test]
fn only_whole_markers_are_rewritten() {
    let same = |text: &str| assert!(matches!(rewrite(text, "n"), Ok(Cow::Borrowed(_))), "{text}");
    same(r#"["~b:m:00"]"#);
    same(r#"["a~b:n:00"]"#);
    same(r#"["~b:n:0"]"#);
    same(r#"["~b:n:0g"]"#);
    same(r#"["~x:n:00"]"#);
    same("~b:n:00");
    same(":n:");
    same(r#""~b:n:00"#);
    assert_eq!(
        rewrite(r#"["~b:n:","~b:n:00FF","x","~d:n:0.5:0"]"#, "n").unwrap(),
        r#"["","AP8=","x",0.5]"#
    );
    assert_eq!(
        rewrite(r#"["~b:n:0","~b:n:00"]"#, "n").unwrap(),
        r#"["~b:n:0","AA=="]"#
    );
    assert_eq!(rewrite(r#"["~g:n:00"]"#, "n").unwrap(), "[null]");
    let many = format!("[{}]", vec!["\"~b:n:41\""; 10_000].join(","));
    assert_eq!(rewrite(&many, "n").unwrap().matches("\"QQ==\"").count(), 10_000);
}
