//! Well-known binary (OGC 06-103r4), two dimensions.

use super::{Point, Shape};

/// Writes a shape, little-endian as MySQL does.
pub(super) fn write(shape: &Shape, out: &mut Vec<u8>) {
    let header = |code: u32, out: &mut Vec<u8>| {
        out.push(1);
        out.extend(code.to_le_bytes());
    };
    match shape {
        Shape::Point(point) => {
            header(1, out);
            write_point(point, out);
        }
        Shape::LineString(points) => {
            header(2, out);
            write_points(points, out);
        }
        Shape::Polygon(rings) => {
            header(3, out);
            write_count(rings.len(), out);
            for ring in rings {
                write_points(ring, out);
            }
        }
        Shape::MultiPoint(points) => {
            header(4, out);
            write_parts(points.iter().copied().map(Shape::Point), out);
        }
        Shape::MultiLineString(lines) => {
            header(5, out);
            write_parts(lines.iter().cloned().map(Shape::LineString), out);
        }
        Shape::MultiPolygon(polygons) => {
            header(6, out);
            write_parts(polygons.iter().cloned().map(Shape::Polygon), out);
        }
        Shape::GeometryCollection(shapes) => {
            header(7, out);
            write_count(shapes.len(), out);
            for shape in shapes {
                write(shape, out);
            }
        }
    }
}

fn write_parts(parts: impl ExactSizeIterator<Item = Shape>, out: &mut Vec<u8>) {
    write_count(parts.len(), out);
    parts.for_each(|part| write(&part, out));
}

fn write_points(points: &[Point], out: &mut Vec<u8>) {
    write_count(points.len(), out);
    for point in points {
        write_point(point, out);
    }
}

fn write_point(point: &Point, out: &mut Vec<u8>) {
    out.extend(point.iter().flat_map(|number| number.to_le_bytes()));
}

/// A value holds far fewer parts than 32 bits count.
fn write_count(count: usize, out: &mut Vec<u8>) {
    out.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

/// Reads one shape and nothing after it, in either byte order.
pub(super) fn read(bytes: &[u8], depth: usize) -> Option<Shape> {
    let mut reader = Reader { bytes, little: true };
    let shape = reader.shape(depth)?;
    reader.bytes.is_empty().then_some(shape)
}

struct Reader<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*taken)
    }

    fn number(&mut self) -> Option<u32> {
        let taken = self.take::<4>()?;
        Some(if self.little {
            u32::from_le_bytes(taken)
        } else {
            u32::from_be_bytes(taken)
        })
    }

    fn coordinate(&mut self) -> Option<f64> {
        let taken = self.take::<8>()?;
        let value = if self.little {
            f64::from_le_bytes(taken)
        } else {
            f64::from_be_bytes(taken)
        };
        value.is_finite().then_some(value)
    }

    fn point(&mut self) -> Option<Point> {
        Some([self.coordinate()?, self.coordinate()?])
    }

    /// A count and so many items; the count alone reserves no memory.
    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn points(&mut self) -> Option<Vec<Point>> {
        self.list(Self::point)
    }

    fn shape(&mut self, depth: usize) -> Option<Shape> {
        self.little = match self.take::<1>()? {
            [0] => false,
            [1] => true,
            _ => return None,
        };
        match self.number()? {
            1 => self.point().map(Shape::Point),
            2 => self.points().map(Shape::LineString),
            3 => self.list(Self::points).map(Shape::Polygon),
            4 => self
                .parts(
                    depth,
                    |part| if let Shape::Point(p) = part { Some(p) } else { None },
                )
                .map(Shape::MultiPoint),
            5 => self
                .parts(depth, |part| {
                    if let Shape::LineString(p) = part {
                        Some(p)
                    } else {
                        None
                    }
                })
                .map(Shape::MultiLineString),
            6 => self
                .parts(depth, |part| {
                    if let Shape::Polygon(p) = part {
                        Some(p)
                    } else {
                        None
                    }
                })
                .map(Shape::MultiPolygon),
            7 => self.parts(depth, Some).map(Shape::GeometryCollection),
            _ => None,
        }
    }

    fn parts<T>(&mut self, depth: usize, of_kind: impl Fn(Shape) -> Option<T>) -> Option<Vec<T>> {
        let depth = depth.checked_sub(1)?;
        let little = self.little;
        self.list(|reader| {
            let part = reader.shape(depth)?;
            // Each part may have its own byte order; the count that follows has the whole's.
            reader.little = little;
            of_kind(part)
        })
    }
}
