//! Shapes: as GeoJSON in the API, as SRID and WKB where they are kept, as WKT in dumps. Coordinates stay as they come, x
//! before y.

mod geojson;
mod wkb;
mod wkt;

use serde_json::Value as Json;

use super::ValueError;
use crate::GeometryKind;

/// Collections inside collections, at most.
const MAX_DEPTH: usize = 32;

/// x and y, both finite.
type Point = [f64; 2];

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Point(Point),
    LineString(Vec<Point>),
    Polygon(Vec<Vec<Point>>),
    MultiPoint(Vec<Point>),
    MultiLineString(Vec<Vec<Point>>),
    MultiPolygon(Vec<Vec<Vec<Point>>>),
    GeometryCollection(Vec<Shape>),
}

impl Shape {
    fn kind(&self) -> GeometryKind {
        match self {
            Self::Point(_) => GeometryKind::Point,
            Self::LineString(_) => GeometryKind::LineString,
            Self::Polygon(_) => GeometryKind::Polygon,
            Self::MultiPoint(_) => GeometryKind::MultiPoint,
            Self::MultiLineString(_) => GeometryKind::MultiLineString,
            Self::MultiPolygon(_) => GeometryKind::MultiPolygon,
            Self::GeometryCollection(_) => GeometryKind::GeometryCollection,
        }
    }

    /// What is wrong with it, if anything: lines have two points, rings four and end where they begin.
    fn flaw(&self) -> Option<&'static str> {
        const EMPTY: &str = "a shape with at least one part";
        match self {
            Self::Point(_) => None,
            Self::LineString(points) => line_flaw(points),
            Self::Polygon(rings) => polygon_flaw(rings),
            Self::MultiPoint(points) => points.is_empty().then_some(EMPTY),
            Self::MultiLineString(lines) if lines.is_empty() => Some(EMPTY),
            Self::MultiLineString(lines) => lines.iter().find_map(|line| line_flaw(line)),
            Self::MultiPolygon(polygons) if polygons.is_empty() => Some(EMPTY),
            Self::MultiPolygon(polygons) => polygons.iter().find_map(|rings| polygon_flaw(rings)),
            Self::GeometryCollection(shapes) => shapes.iter().find_map(Self::flaw),
        }
    }
}

fn line_flaw(points: &[Point]) -> Option<&'static str> {
    (points.len() < 2).then_some("a line of at least two positions")
}

fn polygon_flaw(rings: &[Vec<Point>]) -> Option<&'static str> {
    let is_ring = |ring: &Vec<Point>| ring.len() >= 4 && ring.first() == ring.last();
    if rings.is_empty() || !rings.iter().all(is_ring) {
        return Some("a polygon of rings with at least four positions, the last equal to the first");
    }
    None
}

/// The stored form of a GeoJSON geometry, under the column's SRID or 0.
pub(super) fn from_geojson(
    shape: &Json,
    kind: GeometryKind,
    srid: Option<u32>,
) -> Result<Vec<u8>, ValueError> {
    let refused = |expected: &str| ValueError::expected_json(expected, shape);
    let shape = geojson::read(shape, MAX_DEPTH).map_err(refused)?;
    keep(&shape, kind, srid.unwrap_or(0))
}

/// The stored form of a WKT text, such as `POINT(1 2)`.
pub(super) fn from_wkt(text: &str, kind: GeometryKind, srid: u32) -> Result<Vec<u8>, ValueError> {
    let shape = wkt::read(text).ok_or_else(|| ValueError::expected("a shape in WKT, as POINT(1 2)", text))?;
    keep(&shape, kind, srid)
}

fn keep(shape: &Shape, kind: GeometryKind, srid: u32) -> Result<Vec<u8>, ValueError> {
    check(shape, kind)?;
    let mut out = srid.to_le_bytes().to_vec();
    wkb::write(shape, &mut out);
    Ok(out)
}

fn check(shape: &Shape, kind: GeometryKind) -> Result<(), ValueError> {
    if kind != GeometryKind::Geometry && kind != shape.kind() {
        return Err(ValueError::expected(
            format!("a {kind:?}"),
            format!("a {:?}", shape.kind()),
        ));
    }
    match shape.flaw() {
        Some(expected) => Err(ValueError::expected(
            expected,
            format!("a {:?} that is not", shape.kind()),
        )),
        None => Ok(()),
    }
}

/// Checks a blob that is already in the stored form.
pub(super) fn checked(bytes: Vec<u8>, kind: GeometryKind, srid: Option<u32>) -> Result<Vec<u8>, ValueError> {
    let refused = || ValueError::expected("a shape as SRID and WKB", format!("{} bytes", bytes.len()));
    let (found, rest) = bytes.split_first_chunk::<4>().ok_or_else(refused)?;
    check(&wkb::read(rest, MAX_DEPTH + 1).ok_or_else(refused)?, kind)?;
    let found = u32::from_le_bytes(*found);
    match srid {
        Some(srid) if srid != found => Err(ValueError::expected(
            format!("SRID {srid}"),
            format!("SRID {found}"),
        )),
        _ => Ok(bytes),
    }
}

/// GeoJSON of the stored form; nothing where that is no shape.
pub(super) fn to_geojson(bytes: &[u8]) -> Option<String> {
    let shape = wkb::read(bytes.get(4..)?, MAX_DEPTH + 1)?;
    let mut out = String::with_capacity(bytes.len() * 2);
    geojson::write(&shape, &mut out);
    Some(out)
}
