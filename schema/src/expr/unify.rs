//! One type for values of which one is chosen: the branches of CASE, the arguments of COALESCE.

use super::ExprError;
use super::compare::binary;
use super::exact::Exact;
use super::real::real;
use super::typed::{Collation, Kind, Range, Sql, Typed};
use super::{text, time};

/// Values in one stored form.
pub(super) struct Unified {
    /// As many as there were, in their order.
    pub(super) parts: Vec<Sql>,
    pub(super) kind: Kind,
}

/// Brings all values to one type, as MySQL does for CASE.
pub(super) fn unify(values: &[Typed]) -> Result<Unified, ExprError> {
    let known: Vec<&Kind> = values
        .iter()
        .map(|value| &value.kind)
        .filter(|kind| **kind != Kind::Null)
        .collect();
    let all = |test: fn(&Kind) -> bool| known.iter().all(|kind| test(kind));
    let Some(first) = known.first() else {
        return plain(values, Kind::Null);
    };
    let is_one = known.iter().all(|kind| kind == first);
    if is_one && !values.iter().any(Typed::is_literal_value) && !matches!(first, Kind::Now { .. }) {
        return plain(values, (*first).clone());
    }
    if all(is_number) && known.iter().any(|kind| **kind == Kind::Real) {
        let parts = collect(values, |value| real(value, "a choice"))?;
        return Ok(Unified {
            parts,
            kind: Kind::Real,
        });
    }
    if all(is_number) {
        return numbers(values);
    }
    if values.iter().any(time::is_moment) && values.iter().all(|value| time::moment(value).is_ok()) {
        return moments(values);
    }
    if known.iter().any(|kind| matches!(kind, Kind::Time { .. }))
        && values.iter().all(|value| time::micros(value).is_ok())
    {
        let parts = collect(values, time::micros)?;
        return Ok(Unified {
            parts,
            kind: Kind::Time { fraction: 6 },
        });
    }
    if all(|kind| matches!(kind, Kind::Bytes { .. } | Kind::Hex(_))) {
        let parts = collect(values, |value| {
            Ok(if value.is_literal_value() {
                binary(value)
            } else {
                value.sql.clone()
            })
        })?;
        return Ok(Unified {
            parts,
            kind: Kind::Bytes { length: None },
        });
    }
    texts(values)
}

fn plain(values: &[Typed], kind: Kind) -> Result<Unified, ExprError> {
    let parts = collect(values, |value| Ok(value.sql.clone()))?;
    Ok(Unified { parts, kind })
}

fn collect(values: &[Typed], form: impl Fn(&Typed) -> Result<Sql, ExprError>) -> Result<Vec<Sql>, ExprError> {
    values.iter().map(form).collect()
}

fn is_number(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Exact(_) | Kind::Number(_) | Kind::Bits { .. } | Kind::Year | Kind::Real
    )
}

fn numbers(values: &[Typed]) -> Result<Unified, ExprError> {
    let exact = values
        .iter()
        .map(|value| Exact::need(value, "a choice"))
        .collect::<Result<Vec<_>, _>>()?;
    let scale = exact.iter().map(|part| part.range.scale).max().unwrap_or(0);
    let raised = exact
        .into_iter()
        .map(|part| part.raised(scale))
        .collect::<Result<Vec<_>, _>>()?;
    let low = raised.iter().map(|part| part.range.low).min().unwrap_or(0);
    let high = raised.iter().map(|part| part.range.high).max().unwrap_or(0);
    Ok(Unified {
        parts: raised.into_iter().map(|part| part.sql).collect(),
        kind: Kind::Exact(Range { scale, low, high }),
    })
}

fn moments(values: &[Typed]) -> Result<Unified, ExprError> {
    let moments = values.iter().map(time::moment).collect::<Result<Vec<_>, _>>()?;
    if moments.iter().all(|value| value.kind == Kind::Date) {
        return plain(&moments, Kind::Date);
    }
    let fraction = moments
        .iter()
        .map(|value| time::fraction_of(&value.kind))
        .max()
        .unwrap_or(0);
    let parts = collect(&moments, |value| time::datetime(value, fraction))?;
    Ok(Unified {
        parts,
        kind: Kind::Datetime { fraction },
    })
}

/// Where one of them is a text, MySQL makes all of them texts.
fn texts(values: &[Typed]) -> Result<Unified, ExprError> {
    if !values.iter().any(text::is_textual) {
        let names: Vec<&str> = values.iter().map(|value| value.kind.name()).collect();
        return Err(ExprError::unsupported(format!(
            "a choice between {}",
            names.join(" and ")
        )));
    }
    let (parts, collation): (Vec<Sql>, Collation) = text::all(values)?;
    Ok(Unified {
        parts,
        kind: Kind::Text(collation),
    })
}

impl Typed {
    /// A literal other than NULL: its SQL is not written yet.
    pub(super) fn is_literal_value(&self) -> bool {
        self.is_literal() && self.kind != Kind::Null
    }
}
