//! The grammar of `order=`: `title.asc.nullslast,id.desc`.

use crate::error::ApiError;
use crate::rest::column::ColumnRef;
use crate::rest::related::{self, Inside};
use crate::rest::scan::Scanner;

/// One term of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The column, as it was spelled, or the relation.
    pub(crate) column: ColumnRef,
    /// What is compared of the relation's rows.
    pub(crate) inside: Option<Inside>,
    /// Descending.
    pub(crate) descending: bool,
    /// NULL before all values: unless said, in descending order only, as PostgreSQL has it.
    pub(crate) nulls_first: bool,
}

/// Reads an order.
pub(crate) fn parse(parameter: &str, text: &str) -> Result<Vec<Term>, ApiError> {
    let mut scanner = Scanner::new(parameter, text);
    let mut terms = Vec::new();
    loop {
        terms.push(term(&mut scanner)?);
        if !scanner.eat(",") {
            break;
        }
    }
    scanner.end()?;
    Ok(terms)
}

fn term(scanner: &mut Scanner<'_>) -> Result<Term, ApiError> {
    let column = ColumnRef::read(scanner)?;
    let inside = related::read(scanner, 0)?;
    if column.way.is_some() && inside.is_some() {
        return Err(scanner.refused("a part of a document has no related rows"));
    }
    let mut descending = None;
    let mut nulls_first = None;
    while scanner.peek() == Some('.') {
        let before = scanner.clone();
        scanner.expect(".")?;
        let word = scanner.take_while(|character| character.is_ascii_alphabetic());
        match word {
            "asc" | "desc" if descending.is_none() && nulls_first.is_none() => {
                descending = Some(word == "desc");
            }
            "nullsfirst" | "nullslast" if nulls_first.is_none() => nulls_first = Some(word == "nullsfirst"),
            _ => return Err(before.expected("'.asc' or '.desc', then '.nullsfirst' or '.nullslast'")),
        }
    }
    scanner.spaces();
    let descending = descending.unwrap_or(false);
    Ok(Term {
        column,
        inside,
        descending,
        nulls_first: nulls_first.unwrap_or(descending),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn nulls_stand_where_postgresql_has_them() {
        let terms = parse(
            "order",
            "a,b.desc,c.asc.nullsfirst,d.nullsfirst,\"e.f\".desc.nullslast",
        )
        .unwrap();
        let read: Vec<_> = terms
            .iter()
            .map(|term| (term.column.name.as_str(), term.descending, term.nulls_first))
            .collect();
        assert_eq!(
            read,
            [
                ("a", false, false),
                ("b", true, true),
                ("c", false, true),
                ("d", false, true),
                ("e.f", true, false)
            ]
        );
    }

    #[test]
    fn refuses_what_is_no_order() {
        for text in ["a.up", "a.nullsfirst.asc", "a.asc.desc", "a,", ".asc", "a)"] {
            assert_eq!(parse("order", text).unwrap_err().code, Code::BadRequest, "{text}");
        }
        for text in [
            "",
            "author(name",
            "author()",
            "author(name)x",
            "author(name.big())",
        ] {
            assert_eq!(parse("order", text).unwrap_err().code, Code::BadRequest, "{text}");
        }
    }

    #[test]
    fn reads_relations() {
        let terms = parse(
            "order",
            "author(publisher(name)).desc,book(count()),book(price.max()).nullsfirst",
        )
        .unwrap();
        let [deep, count, max] = terms.as_slice() else {
            panic!("{terms:?}")
        };
        assert!(deep.descending);
        assert_eq!(
            deep.inside,
            Some(Inside::Related(
                "publisher".to_owned(),
                Box::new(Inside::Column("name".to_owned()))
            ))
        );
        assert!(matches!(&count.inside, Some(Inside::Aggregate(count)) if count.column.is_none()));
        assert!(
            matches!(&max.inside, Some(Inside::Aggregate(max)) if max.column.as_ref().is_some_and(|of| of.name == "price"))
        );
    }
}
