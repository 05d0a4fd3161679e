//! GeoJSON geometries (RFC 7946 section 3.1).

use std::fmt::Write as _;

use serde_json::Value as Json;

use super::{Point, Shape};
use crate::stored::real;

const POSITION: &str = "a position of two finite numbers";
const POSITIONS: &str = "an array of positions";
const NESTED: &str = "an array of arrays of positions";
const TYPES: &str = "a GeoJSON geometry: an object with \"type\" (Point, LineString, Polygon, MultiPoint, \
                     MultiLineString, MultiPolygon or GeometryCollection) and \"coordinates\" or \"geometries\"";

type Read<T> = Result<T, &'static str>;

/// Reads a geometry; else what was expected.
pub(super) fn read(value: &Json, depth: usize) -> Read<Shape> {
    let object = value.as_object().ok_or(TYPES)?;
    let name = object.get("type").and_then(Json::as_str).ok_or(TYPES)?;
    let parts_key = if name == "GeometryCollection" {
        "geometries"
    } else {
        "coordinates"
    };
    if object.keys().any(|key| key != "type" && key != parts_key) {
        return Err(
            "a GeoJSON geometry without members besides \"type\" and \"coordinates\" or \"geometries\"",
        );
    }
    let parts = object.get(parts_key).ok_or(TYPES)?;
    Ok(match name {
        "Point" => Shape::Point(point(parts)?),
        "LineString" => Shape::LineString(points(parts)?),
        "Polygon" => Shape::Polygon(lines(parts)?),
        "MultiPoint" => Shape::MultiPoint(points(parts)?),
        "MultiLineString" => Shape::MultiLineString(lines(parts)?),
        "MultiPolygon" => Shape::MultiPolygon(list(parts, NESTED)?.iter().map(lines).collect::<Read<_>>()?),
        "GeometryCollection" => {
            let depth = depth.checked_sub(1).ok_or("collections nested less deep")?;
            let shapes = list(parts, "an array of geometries")?;
            Shape::GeometryCollection(
                shapes
                    .iter()
                    .map(|shape| read(shape, depth))
                    .collect::<Read<_>>()?,
            )
        }
        _ => return Err(TYPES),
    })
}

fn list<'a>(value: &'a Json, expected: &'static str) -> Read<&'a Vec<Json>> {
    value.as_array().ok_or(expected)
}

fn lines(value: &Json) -> Read<Vec<Vec<Point>>> {
    list(value, NESTED)?.iter().map(points).collect()
}

fn points(value: &Json) -> Read<Vec<Point>> {
    list(value, POSITIONS)?.iter().map(point).collect()
}

fn point(value: &Json) -> Read<Point> {
    let number = |value: &Json| match value {
        Json::Number(number) => real::parse(number.as_str()).ok_or(POSITION),
        _ => Err(POSITION),
    };
    match list(value, POSITION)?.as_slice() {
        [x, y] => Ok([number(x)?, number(y)?]),
        _ => Err(POSITION),
    }
}

/// Writes a geometry.
pub(super) fn write(shape: &Shape, out: &mut String) {
    // The kinds are named as GeoJSON names them; writing to a String cannot fail.
    let _ = write!(out, "{{\"type\":\"{:?}\",", shape.kind());
    if let Shape::GeometryCollection(shapes) = shape {
        out.push_str("\"geometries\":");
        write_list(shapes, out, write);
    } else {
        out.push_str("\"coordinates\":");
        write_coordinates(shape, out);
    }
    out.push('}');
}

fn write_coordinates(shape: &Shape, out: &mut String) {
    match shape {
        Shape::Point(point) => write_point(point, out),
        Shape::LineString(points) | Shape::MultiPoint(points) => write_points(points, out),
        Shape::Polygon(lines) | Shape::MultiLineString(lines) => write_lines(lines, out),
        Shape::MultiPolygon(polygons) => write_list(polygons, out, |lines, out| write_lines(lines, out)),
        Shape::GeometryCollection(_) => {}
    }
}

fn write_lines(lines: &[Vec<Point>], out: &mut String) {
    write_list(lines, out, |points, out| write_points(points, out));
}

fn write_points(points: &[Point], out: &mut String) {
    write_list(points, out, write_point);
}

fn write_point(point: &Point, out: &mut String) {
    write_list(point, out, |number, out| real::write_json(*number, out));
}

fn write_list<T>(items: &[T], out: &mut String, write_item: impl Fn(&T, &mut String)) {
    out.push('[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_item(item, out);
    }
    out.push(']');
}
