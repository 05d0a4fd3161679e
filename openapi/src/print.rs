//! JSON with one line for each parameter, property, header and answer.
//!
//! A comma stands before the item that it separates, so that an item more changes no other line.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::ser::Formatter;
use serde_json::value::to_raw_value;

/// So deep are items on lines of their own: a parameter of an operation, a property of a schema. Deeper ones share a line.
const BROKEN: usize = 5;

/// How a document's lines stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Margin {
    /// As deep as the items are.
    Indented,
    /// All at the margin, and without spaces, which would be a tenth of a large document.
    None,
}

/// The components that what is written so far refers to. Linters find fault with one that nothing refers to, and whether a parameter,
/// an answer or a header is needed is known when everything that could refer to it is written. Schemas are not noted.
#[derive(Default)]
pub(crate) struct Referred(RefCell<BTreeSet<String>>);

impl Referred {
    /// Only those entries of that kind of component that something refers to.
    pub(crate) fn only<'r, T>(
        &'r self,
        kind: &'r str,
        entries: impl Iterator<Item = (String, T)> + 'r,
    ) -> impl Iterator<Item = (String, T)> + 'r {
        entries.filter(move |(name, _)| self.0.borrow().contains(&format!("{kind}/{name}")))
    }

    /// Notes the references in a piece of the document.
    fn note(&self, piece: &str) {
        for rest in piece.split("#/components/").skip(1) {
            let place = rest.split('"').next().unwrap_or_default();
            if !place.starts_with("schemas/") && !self.0.borrow().contains(place) {
                self.0.borrow_mut().insert(place.to_owned());
            }
        }
    }
}

/// Writes a value, and notes what it refers to.
pub(crate) fn to_string(
    value: &impl Serialize,
    margin: Margin,
    referred: &Referred,
) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    let lines = Lines {
        margin,
        referred,
        depth: 0,
        filled: false,
    };
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, lines))?;
    bytes.push(b'\n');
    String::from_utf8(bytes).map_err(serde_json::Error::custom)
}

/// A map whose values are made one after the other, while they are written.
pub(crate) struct Entries<F>(pub(crate) F);

impl<F, I, T> Serialize for Entries<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item = (String, T)>,
    T: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}

/// A value on one line, however deep it is.
pub(crate) struct Line<T>(pub(crate) T);

impl<T: Serialize> Serialize for Line<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_raw_value(&self.0)
            .map_err(S::Error::custom)?
            .serialize(serializer)
    }
}

struct Lines<'r> {
    margin: Margin,
    referred: &'r Referred,
    depth: usize,
    filled: bool,
}

impl Lines<'_> {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let broken = self.filled && self.depth <= BROKEN;
        self.depth -= 1;
        self.filled = true;
        if broken {
            self.new_line(writer, self.depth)?;
        }
        writer.write_all(bracket)
    }

    fn separate<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        match (self.depth <= BROKEN, first) {
            (true, true) => self.new_line(writer, self.depth),
            (true, false) => {
                self.new_line(writer, self.depth - 1)?;
                writer.write_all(self.spaced(b", "))
            }
            (false, true) => Ok(()),
            (false, false) => writer.write_all(b","),
        }
    }

    /// A mark and a space, or the mark alone.
    fn spaced(&self, mark: &'static [u8; 2]) -> &'static [u8] {
        if self.margin == Margin::Indented {
            mark
        } else {
            &mark[..1]
        }
    }

    fn new_line<W: ?Sized + Write>(&self, writer: &mut W, depth: usize) -> io::Result<()> {
        writer.write_all(b"\n")?;
        let depth = if self.margin == Margin::Indented { depth } else { 0 };
        (0..depth).try_for_each(|_| writer.write_all(b" "))
    }
}

impl Formatter for Lines<'_> {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let mark: &[u8] = if self.depth <= BROKEN {
            self.spaced(b": ")
        } else {
            b":"
        };
        writer.write_all(mark)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        self.referred.note(fragment);
        writer.write_all(fragment.as_bytes())
    }

    fn write_raw_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        self.referred.note(fragment);
        writer.write_all(fragment.as_bytes())
    }
}
