//! Filters on a part of a document.

use serde_json::Value as Json;
use shard::op::{Filter, JsonTest, Test};

use crate::error::ApiError;
use crate::plan::Binder;
use crate::plan::binder::Operand;
use crate::plan::filter::{Operator, compare_json, contain_json, text_test, texts};
use crate::plan::json::{self, Part};
use crate::rest::filters::{Asked, Is};
use crate::rest::search;

/// What is asked of the part's text, behind `->>`.
pub(crate) fn text(binder: &mut Binder, part: Part<'_>, asked: &Asked) -> Result<Filter, ApiError> {
    let test = match asked {
        Asked::Compare(operator, text) => text_test(binder, *operator, text)?,
        Asked::Among(list) => texts(binder, list.iter().map(String::as_str))?,
        Asked::Is(Is::Null) => Test::IsNull,
        Asked::Is(Is::NotNull) => Test::IsNotNull,
        Asked::Is(_) => {
            return Err(part.wrong(
                "'->>' gives a text: behind it 'is' takes null and not_null; a boolean is found by 'eq.true'",
            ));
        }
        Asked::Distinct(text) => match text_test(binder, Operator::Eq, text)? {
            Test::Eq(slot) => Test::IsDistinctFrom(slot),
            other => other,
        },
        Asked::Search(..) => return Err(search::unsearched(part.column)),
        Asked::Contain(..) => {
            return Err(
                part.wrong("'->>' gives a text, which contains nothing: use '->' before 'cs', 'cd' and 'ov'")
            );
        }
    };
    Ok(part.text(test))
}

/// What is asked of the part as JSON, behind `->` or of the whole document.
pub(crate) fn json(binder: &mut Binder, part: Part<'_>, asked: &Asked) -> Result<Filter, ApiError> {
    match asked {
        Asked::Compare(operator, text) => compare_json(binder, part, *operator, Operand::Text(text)),
        Asked::Among(list) => {
            let operands = list
                .iter()
                .map(|text| json::from_text(part.column, text))
                .collect::<Result<Vec<_>, _>>()?;
            part.among(binder, &operands)
        }
        Asked::Search(..) => Err(search::unsearched(part.column)),
        Asked::Is(is) => is_json(binder, part, *is),
        Asked::Contain(containment, text) => contain_json(binder, part, *containment, Operand::Text(text)),
        Asked::Distinct(text) => {
            let equal = compare_json(binder, part, Operator::Eq, Operand::Text(text))?;
            // NULL is a value like any other here, and distinct from all JSON.
            Ok(Filter::Or(vec![
                part.filter(JsonTest::IsMissing),
                Filter::Not(Box::new(equal)),
            ]))
        }
    }
}

fn is_json(binder: &mut Binder, part: Part<'_>, is: Is) -> Result<Filter, ApiError> {
    let missing = part.filter(JsonTest::IsMissing);
    Ok(match is {
        Is::Null | Is::Unknown => missing,
        Is::NotNull => Filter::Not(Box::new(missing)),
        Is::True | Is::False => {
            let equal = part.compare(binder, Operator::Eq, &Json::Bool(is == Is::True))?;
            // Never NULL itself, so that its negation holds where there is nothing.
            Filter::And(vec![Filter::Not(Box::new(missing)), equal])
        }
    })
}
