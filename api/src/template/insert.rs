//! An insert's letter as a template for inserts that differ in the integers and texts of their rows.
//!
//! Planning is pure, so what decides is whether those values come out of it in the rows that are added, each in one place, and do
//! nothing else. Two requests that differ in all of them show where they go. What a column of integers or texts takes is a range, and
//! is written as it came: where the ends of all ranges are planned to the same but for the rows, so is all between.

use schema::stored::{Stored, TextLimit, Value};
use serde_json::Value as Json;
use shard::op::Insert;

use super::{Plan, planned, size};
use crate::catalog::Catalog;
use crate::gateway::Gateway;
use crate::http::Request;
use crate::route::{Route, route};
use crate::tenant::TenantName;

/// Stands in a body in place of each value that requests of a form differ in; quotes around it tell that it is a text. No JSON text has
/// it.
pub const HOLE: char = '\u{2}';

/// Values of a form at the most: as many integers, twice, are in the range of every type.
pub const MOST_HOLES: usize = 40;

/// The longest text that a host puts into a form, in bytes.
const LONGEST: u64 = 4096;

/// The largest integer that JavaScript tells from its neighbours.
const SAFE: i64 = (1 << 53) - 1;

/// How the letters of a form are put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The rows' text around the values.
    pub texts: Vec<String>,
    /// Which hole's value stands behind each text but the last.
    pub order: Vec<usize>,
    /// What each hole takes.
    pub holes: Vec<Takes>,
    /// How many bytes of a letter stand behind the rows' text.
    pub behind: usize,
}

/// The values that a hole takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Integers.
    Integer {
        /// From this one.
        least: i64,
        /// To this one.
        most: i64,
    },
    /// Texts.
    Text {
        /// Of so many characters, or bytes.
        longest: u64,
        /// Without spaces at the end.
        fixed: bool,
    },
}

/// The template of the form that a request is of, whose body has a [`HOLE`] in place of each value. `None` where it is no insert, or a
/// value does more than to stand in its row. `T` is a text as the host keeps it.
pub fn template<T>(gateway: &Gateway, request: &Request) -> Option<Template> {
    let Route::Data(tenant, _) = route(&request.path) else {
        return None;
    };
    let catalog = gateway.remembered(&tenant)?;
    let form = Form {
        catalog: &catalog,
        tenant: &tenant,
        request,
        pieces: str::from_utf8(&request.body).ok()?.split(HOLE).collect(),
    };
    let count = form.pieces.len() - 1;
    if count == 0 || count > MOST_HOLES {
        return None;
    }
    let markers: [Vec<Value>; 2] = [0, 1].map(|time| (0..count).map(|at| form.marker(at, time)).collect());
    let [one, other] = [form.rows::<T>(&markers[0])?, form.rows::<T>(&markers[1])?];
    let template = form.template(&one, &other, &markers[0])?;
    let ends: [Vec<Value>; 2] =
        [Takes::least, Takes::most].map(|end| template.holes.iter().map(end).collect());
    let [least, most] = [form.rows::<T>(&ends[0])?, form.rows::<T>(&ends[1])?];
    let planned = [&one, &other, &least, &most];
    let all_filled = planned
        .iter()
        .zip(markers.iter().chain(&ends))
        .all(|(rows, values)| rows.text == template.filled(values) && rows.is_like(&one));
    all_filled.then_some(template)
}

impl Template {
    /// All of it, parted by NUL: what stands behind; of each hole the smallest and the largest integer, or the longest text and `text` or
    /// `fixed`; the texts, and between them the holes.
    pub fn described(&self) -> String {
        let mut fields = vec![self.behind.to_string()];
        for takes in &self.holes {
            fields.extend(match takes {
                Takes::Integer { least, most } => [least.to_string(), most.to_string()],
                Takes::Text { longest, fixed } => [
                    format!("{longest}"),
                    if *fixed { "fixed" } else { "text" }.to_owned(),
                ],
            });
        }
        let mut order = self.order.iter();
        for text in &self.texts {
            fields.push(text.clone());
            fields.extend(order.next().map(usize::to_string));
        }
        fields.join("\0")
    }

    /// The rows' text with these values in the holes.
    fn filled(&self, values: &[Value]) -> String {
        let (last, texts) = self
            .texts
            .split_last()
            .map_or(("", &[][..]), |(last, texts)| (last, texts));
        let mut filled = String::new();
        for (text, hole) in texts.iter().zip(&self.order) {
            filled.push_str(text);
            Stored::to_bulk_json(&values[*hole], &mut filled);
        }
        filled + last
    }
}

impl Takes {
    /// What a column takes as it comes.
    fn of(stored: &Stored) -> Option<Self> {
        let (least, most) = match stored {
            Stored::Int { min, max } => (*min, *max),
            Stored::PlainUnsigned => (0, i64::MAX),
            Stored::Text { limit, fixed, .. } => {
                let most = match limit {
                    TextLimit::Chars(chars) => u64::from(*chars),
                    TextLimit::Bytes(bytes) => *bytes,
                };
                return Some(Self::Text {
                    longest: most.min(LONGEST),
                    fixed: *fixed,
                });
            }
            _ => return None,
        };
        Some(Self::Integer {
            least: least.max(-SAFE),
            most: most.min(SAFE),
        })
    }

    const fn is_text(self) -> bool {
        matches!(self, Self::Text { .. })
    }

    fn least(&self) -> Value {
        match self {
            Self::Integer { least, .. } => Value::Int(*least),
            Self::Text { .. } => Value::Text(String::new()),
        }
    }

    fn most(&self) -> Value {
        match self {
            Self::Integer { most, .. } => Value::Int(*most),
            Self::Text { longest, .. } => {
                Value::Text("x".repeat(usize::try_from(*longest).unwrap_or_default()))
            }
        }
    }
}

/// A request's form.
struct Form<'a> {
    catalog: &'a Catalog,
    tenant: &'a TenantName,
    request: &'a Request,
    /// The body's text around the holes.
    pieces: Vec<&'a str>,
}

/// What a request of a form is planned to.
struct Rows {
    plan: Plan,
    insert: Insert,
    /// The rows that it adds.
    text: String,
    /// The size of the values behind them.
    behind: usize,
}

impl Form<'_> {
    fn is_text(&self, hole: usize) -> bool {
        self.pieces[hole].ends_with('"')
    }

    /// A value that no other hole has, and another one at the other time: one character of a text, a small integer.
    fn marker(&self, hole: usize, time: usize) -> Value {
        let number = u8::try_from(hole + time * MOST_HOLES).unwrap_or(u8::MAX);
        if self.is_text(hole) {
            Value::Text(char::from_u32(0x4E00 + u32::from(number)).map_or_else(String::new, String::from))
        } else {
            Value::Int(i64::from(number))
        }
    }

    /// The plan of a request with these values.
    #[inline(never)]
    fn rows<T>(&self, values: &[Value]) -> Option<Rows> {
        let mut body = self.pieces[0].to_owned();
        for (value, piece) in values.iter().zip(&self.pieces[1..]) {
            match value {
                Value::Text(text) => body.push_str(text),
                Value::Int(number) => body.push_str(&number.to_string()),
                _ => return None,
            }
            body.push_str(piece);
        }
        let request = Request {
            body: body.into_bytes(),
            ..self.request.clone()
        };
        let mut plan = planned::<T>(self.catalog, self.tenant, &request)?;
        let insert = plan.shape.only_insert()?.clone();
        let slot = usize::from(insert.rows.0);
        let Value::Text(text) = std::mem::replace(plan.values.get_mut(slot)?, Value::Null) else {
            return None;
        };
        Some(Rows {
            behind: size(&plan.values[slot + 1..])?,
            insert,
            text,
            plan,
        })
    }

    /// How the rows are put together: where those of two plans differ, the first has a marker.
    fn template(&self, one: &Rows, other: &Rows, markers: &[Value]) -> Option<Template> {
        let table = self.catalog.model.table(one.insert.table)?;
        let mut texts = vec![String::from("[")];
        let mut order = Vec::with_capacity(markers.len());
        let mut holes = vec![None; markers.len()];
        for (number, (row, other)) in one.cells()?.iter().zip(&other.cells()?).enumerate() {
            let mut text = String::from(if number > 0 { ",[" } else { "[" });
            for (position, (cell, other)) in row.iter().zip(other).enumerate() {
                if position > 0 {
                    text.push(',');
                }
                if cell == other {
                    text.push_str(&cell.to_string());
                    continue;
                }
                let hole = markers.iter().position(|marker| is_marker(cell, marker))?;
                let column = table.column(one.insert.columns.get(position)?.column)?;
                let takes =
                    Takes::of(&column.stored).filter(|takes| takes.is_text() == self.is_text(hole))?;
                if holes[hole].replace(takes).is_some() {
                    return None;
                }
                order.push(hole);
                texts.last_mut()?.push_str(&text);
                texts.push(String::new());
                text.clear();
            }
            text.push(']');
            texts.last_mut()?.push_str(&text);
        }
        texts.last_mut()?.push(']');
        Some(Template {
            texts,
            order,
            holes: holes.into_iter().collect::<Option<_>>()?,
            behind: one.behind,
        })
    }
}

fn is_marker(cell: &Json, marker: &Value) -> bool {
    match (cell, marker) {
        (Json::String(cell), Value::Text(text)) => cell == text,
        (Json::Number(cell), Value::Int(number)) => cell.as_i64() == Some(*number),
        _ => false,
    }
}

impl Rows {
    /// The elements of each row.
    fn cells(&self) -> Option<Vec<Vec<Json>>> {
        let Ok(Json::Array(rows)) = serde_json::from_str(&self.text) else {
            return None;
        };
        let elements = rows.into_iter().map(|row| match row {
            Json::Array(elements) => Some(elements),
            _ => None,
        });
        elements.collect()
    }

    /// Whether it is the same plan but for its rows.
    fn is_like(&self, other: &Self) -> bool {
        self.plan.shape == other.plan.shape
            && self.plan.values == other.plan.values
            && self.plan.respond == other.plan.respond
    }
}
