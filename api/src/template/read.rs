//! A read's letter as a template for reads that differ in one integer, as `book/17` and `book/18` do, or one document with another
//! variable.
//!
//! Planning is pure, so what decides is whether that integer comes out of it as a value to bind and does nothing else. It stands in
//! one place of the request, and that place has one meaning: a value of an integer column, the number of rows to pass over, and so
//! on. What a place takes is a range. So where the smallest, the largest and the one that was asked for are planned to the same, but
//! for one bound value that is the integer itself, so are all between.

use std::ops::Range;

use schema::stored::Value;

use super::{Plan, size};
use crate::catalog::Catalog;
use crate::gateway::Gateway;
use crate::graphql::{self, Asked};
use crate::http::Request;
use crate::route::{Route, route};
use crate::tenant::TenantName;

/// The smallest and the largest integer that a template is for, as the entry finds them (see `repeats.js`).
const ENDS: [&str; 2] = ["1", "999999999"];

/// Where the integer is in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The last segment of its path.
    Path,
    /// These bytes of its body.
    Body(Range<usize>),
}

/// How many bytes of a request's letter stand behind the integer, which is in it as postcard writes a signed one. `None` where the
/// letter is no template for other integers. `T` is a text as the host keeps it.
pub fn template<T>(gateway: &Gateway, request: &Request, place: &Place) -> Option<usize> {
    let Route::Data(tenant, _) = route(&request.path) else {
        return None;
    };
    let catalog = gateway.remembered(&tenant)?;
    let asked = with(request, place, None)?;
    let plan = planned::<T>(&catalog, &tenant, &asked)?;
    let mut bound = None;
    for end in ENDS {
        if end.parse() == Ok(asked.number) {
            continue;
        }
        let other = with(request, place, Some(end))?;
        if !is_alone(&catalog, place, &asked, &other)? {
            return None;
        }
        let other_plan = planned::<T>(&catalog, &tenant, &other)?;
        let at = differing(&plan, &other_plan)?;
        if bound.replace(at).is_some_and(|bound| bound != at)
            || is_bound(&other_plan, at) != Some(other.number)
        {
            return None;
        }
    }
    let at = bound.filter(|at| is_bound(&plan, *at) == Some(asked.number))?;
    size(&plan.values[at + 1..])
}

/// A request with an integer in that place.
struct Numbered {
    request: Request,
    number: i64,
}

/// The request with `digits` in that place, or as it is.
fn with(request: &Request, place: &Place, digits: Option<&str>) -> Option<Numbered> {
    let mut request = request.clone();
    let number = match place {
        Place::Path => {
            let (_, last) = request.path.rsplit_once('/')?;
            let digits = digits.unwrap_or(last).to_owned();
            request.path.truncate(request.path.len() - last.len());
            request.path.push_str(&digits);
            digits
        }
        Place::Body(range) => {
            let digits = match digits {
                Some(digits) => digits.to_owned(),
                None => str::from_utf8(request.body.get(range.clone())?).ok()?.to_owned(),
            };
            request.body.get(range.clone())?;
            request.body.splice(range.clone(), digits.bytes());
            digits
        }
    };
    Some(Numbered {
        request,
        number: number.parse().ok()?,
    })
}

/// What a read is planned to.
fn planned<T>(catalog: &Catalog, tenant: &TenantName, asked: &Numbered) -> Option<Plan> {
    super::planned::<T>(catalog, tenant, &asked.request)
        .filter(|plan| !plan.shape.writes() && !plan.reads_text)
}

/// The only value in which two plans differ.
fn differing(one: &Plan, other: &Plan) -> Option<usize> {
    if one.shape != other.shape || one.values.len() != other.values.len() {
        return None;
    }
    let mut places = (0..one.values.len()).filter(|at| one.values[*at] != other.values[*at]);
    let place = places.next();
    place.filter(|_| places.next().is_none())
}

/// The integer that is bound there.
fn is_bound(plan: &Plan, at: usize) -> Option<i64> {
    match plan.values.get(at)? {
        Value::Int(number) => Some(*number),
        _ => None,
    }
}

/// Whether two requests differ in that place alone, and it stands for one thing.
fn is_alone(catalog: &Catalog, place: &Place, one: &Numbered, other: &Numbered) -> Option<bool> {
    match place {
        Place::Path => Some(true),
        Place::Body(_) => {
            let read = |of: &Numbered| graphql::asked(catalog.planning(), &of.request).ok();
            let (one, other): (Asked, Asked) = (read(one)?, read(other)?);
            Some(graphql::differ_in_one_use(
                catalog.planning(),
                &catalog.documents,
                &one,
                &other,
            ))
        }
    }
}
