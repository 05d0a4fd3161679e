//! Well-known text, two dimensions: `POLYGON((0 0,1 0,1 1,0 0))`.

use super::{MAX_DEPTH, Point, Shape};
use crate::stored::real;

/// Reads one shape and nothing after it.
pub(super) fn read(text: &str) -> Option<Shape> {
    let mut reader = Reader { rest: text };
    let shape = reader.shape(MAX_DEPTH)?;
    reader.rest.trim().is_empty().then_some(shape)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn eat(&mut self, c: char) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(c)?;
        Some(())
    }

    fn word(&mut self) -> String {
        let text = self.rest.trim_start();
        let end = text
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        word.to_ascii_uppercase()
    }

    fn number(&mut self) -> Option<f64> {
        let text = self.rest.trim_start();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
        let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        self.rest = rest;
        real::parse(number)
    }

    fn point(&mut self) -> Option<Point> {
        Some([self.number()?, self.number()?])
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.eat('(')?;
        let mut items = vec![item(self)?];
        while self.eat(',').is_some() {
            items.push(item(self)?);
        }
        self.eat(')')?;
        Some(items)
    }

    fn points(&mut self) -> Option<Vec<Point>> {
        self.list(Self::point)
    }

    fn lines(&mut self) -> Option<Vec<Vec<Point>>> {
        self.list(Self::points)
    }

    /// Of a MULTIPOINT: with or without parentheses of its own.
    fn wrapped_point(&mut self) -> Option<Point> {
        let wrapped = self.eat('(').is_some();
        let point = self.point()?;
        if wrapped {
            self.eat(')')?;
        }
        Some(point)
    }

    fn shape(&mut self, depth: usize) -> Option<Shape> {
        Some(match self.word().as_str() {
            "POINT" => {
                self.eat('(')?;
                let point = self.point()?;
                self.eat(')')?;
                Shape::Point(point)
            }
            "LINESTRING" => Shape::LineString(self.points()?),
            "POLYGON" => Shape::Polygon(self.lines()?),
            "MULTIPOINT" => Shape::MultiPoint(self.list(Self::wrapped_point)?),
            "MULTILINESTRING" => Shape::MultiLineString(self.lines()?),
            "MULTIPOLYGON" => Shape::MultiPolygon(self.list(Self::lines)?),
            "GEOMETRYCOLLECTION" | "GEOMCOLLECTION" => Shape::GeometryCollection(self.collection(depth)?),
            _ => return None,
        })
    }

    fn collection(&mut self, depth: usize) -> Option<Vec<Shape>> {
        let depth = depth.checked_sub(1)?;
        let text = self.rest.trim_start();
        if text.len() >= 5
            && text
                .get(..5)
                .is_some_and(|word| word.eq_ignore_ascii_case("EMPTY"))
        {
            self.rest = &text[5..];
            return Some(Vec::new());
        }
        self.list(|reader| reader.shape(depth))
    }
}
