//! The grammar of `select=`: columns, `*`, aliases and embedded relations.

use crate::error::{ApiError, Code};
use crate::plan::limits::Limits;
use crate::rest::column::ColumnRef;
use crate::rest::groups::{self, Aggregated};
use crate::rest::scan::Scanner;

/// One member of a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// `*`
    All,
    /// `alias:column->path::cast`
    Column(Picked),
    /// `alias:relation!hint(…)`
    Embed(Embed),
    /// `alias:column.sum()` or `alias:count()`
    Aggregate(Aggregated),
    /// `...relation!hint(…)`: what is answered of the related rows stands among the row's own members.
    Spread(Embed),
}

/// A column, or a part of its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picked {
    /// What stands before `:`.
    pub(crate) alias: Option<String>,
    /// The column.
    pub(crate) column: ColumnRef,
    /// What stands behind `::`.
    pub(crate) cast: Option<String>,
}

impl Picked {
    /// The name in the answer.
    pub(crate) fn key(&self) -> &str {
        self.alias.as_deref().unwrap_or_else(|| self.column.key())
    }
}

/// A name with the name that it is answered under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// What stands before `:`.
    pub(crate) alias: Option<String>,
    /// The name.
    pub(crate) name: String,
}

impl Named {
    /// The name in the answer.
    pub(crate) fn key(&self) -> &str {
        self.alias.as_deref().unwrap_or(&self.name)
    }
}

/// Rows of a related table inside each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Embed {
    /// What leads there.
    pub(crate) named: Named,
    /// What stands behind `!`: which of several ways is meant.
    pub(crate) hint: Option<String>,
    /// `!inner`: rows without any of these are left out.
    pub(crate) inner: bool,
    /// What is answered of them.
    pub(crate) items: Vec<Item>,
}

/// Reads a selection. An empty one selects nothing.
pub(crate) fn parse(text: &str) -> Result<Vec<Item>, ApiError> {
    if !text.is_empty() && text.trim().is_empty() {
        return Err(ApiError::new(
            Code::BadRequest,
            "select: only spaces: name what to answer, such as '*', or nothing at all",
        )
        .with("parameter", "select"));
    }
    let mut scanner = Scanner::new("select", text);
    let items = items(&mut scanner, 0)?;
    scanner.end()?;
    Ok(items)
}

fn items(scanner: &mut Scanner<'_>, depth: usize) -> Result<Vec<Item>, ApiError> {
    let mut items = Vec::new();
    scanner.spaces();
    if matches!(scanner.peek(), None | Some(')')) {
        return Ok(items);
    }
    loop {
        items.push(item(scanner, depth)?);
        scanner.spaces();
        if !scanner.eat(",") {
            return Ok(items);
        }
    }
}

fn item(scanner: &mut Scanner<'_>, depth: usize) -> Result<Item, ApiError> {
    scanner.spaces();
    if scanner.eat("...") {
        return spread(scanner, depth).map(Item::Spread);
    }
    if scanner.eat("*") {
        return Ok(Item::All);
    }
    let mut named = Named {
        alias: None,
        name: scanner.name()?,
    };
    if scanner.peek() == Some(':') && !scanner.rest().starts_with("::") {
        scanner.expect(":")?;
        named = Named {
            alias: Some(named.name),
            name: scanner.name()?,
        };
    }
    if let Some(aggregated) = groups::read(scanner, &named)? {
        return Ok(Item::Aggregate(aggregated));
    }
    let hints = hints(scanner)?;
    if scanner.eat("(") {
        return embedded(scanner, named, hints, depth).map(Item::Embed);
    }
    if hints.any {
        return Err(scanner.expected("'(' after a relation's '!'"));
    }
    let column = ColumnRef::behind(scanner, named.name)?;
    let cast = cast(scanner)?;
    Ok(Item::Column(Picked {
        alias: named.alias,
        column,
        cast,
    }))
}

fn spread(scanner: &mut Scanner<'_>, depth: usize) -> Result<Embed, ApiError> {
    let named = Named {
        alias: None,
        name: scanner.name()?,
    };
    let hint = hints(scanner)?;
    scanner.expect("(")?;
    embedded(scanner, named, hint, depth)
}

/// The type behind `::`, in small letters.
pub(crate) fn cast(scanner: &mut Scanner<'_>) -> Result<Option<String>, ApiError> {
    if !scanner.eat("::") {
        return Ok(None);
    }
    let name =
        scanner.take_while(|character| character.is_ascii_alphanumeric() || matches!(character, '_' | ' '));
    match name.trim() {
        "" => Err(scanner.expected("a type")),
        name => Ok(Some(name.to_ascii_lowercase())),
    }
}

fn embedded(
    scanner: &mut Scanner<'_>,
    named: Named,
    Hints { hint, inner, .. }: Hints,
    depth: usize,
) -> Result<Embed, ApiError> {
    let most = Limits::DEFAULT.max_nesting;
    if depth == most {
        return Err(scanner.refused(&format!("relations may be nested {most} deep")));
    }
    let items = items(scanner, depth + 1)?;
    scanner.expect(")")?;
    Ok(Embed {
        named,
        hint,
        inner,
        items,
    })
}

/// What stands behind `!`.
#[derive(Default)]
struct Hints {
    hint: Option<String>,
    inner: bool,
    any: bool,
}

/// Reads what stands behind `!`. `!left` says what is so anyway.
fn hints(scanner: &mut Scanner<'_>) -> Result<Hints, ApiError> {
    let mut hints = Hints::default();
    while scanner.peek() == Some('!') {
        let before = scanner.clone();
        scanner.expect("!")?;
        let name = scanner.name()?;
        hints.any = true;
        match name.as_str() {
            "inner" => hints.inner = true,
            "left" => {}
            _ if hints.hint.is_some() => return Err(before.refused("a relation takes one hint")),
            _ => hints.hint = Some(name),
        }
    }
    Ok(hints)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    fn column(alias: Option<&str>, name: &str) -> Item {
        Item::Column(Picked {
            alias: alias.map(str::to_owned),
            column: ColumnRef {
                name: name.to_owned(),
                way: None,
            },
            cast: None,
        })
    }

    #[test]
    fn reads_columns_aliases_and_embeds() {
        let items =
            parse(r#"id, t:title,*,"odd, \"name\"",book(title,review(rating)),w:author!fk!left(*)"#).unwrap();
        assert_eq!(
            items[..4],
            [
                column(None, "id"),
                column(Some("t"), "title"),
                Item::All,
                column(None, "odd, \"name\"")
            ]
        );
        let Item::Embed(book) = &items[4] else {
            panic!("{items:?}")
        };
        assert_eq!((book.named.key(), book.items.len()), ("book", 2));
        let Item::Embed(author) = &items[5] else {
            panic!("{items:?}")
        };
        assert_eq!(
            (
                author.named.key(),
                author.named.name.as_str(),
                author.hint.as_deref()
            ),
            ("w", "author", Some("fk"))
        );
    }

    #[test]
    fn reads_aggregates() {
        let items = parse("year,total:price.sum(),count(),n:count(),title.max()").unwrap();
        let aggregates: Vec<(&str, Option<&str>)> = items
            .iter()
            .filter_map(|item| match item {
                Item::Aggregate(aggregated) => Some((
                    aggregated.key(),
                    aggregated.column.as_ref().map(|of| of.name.as_str()),
                )),
                _ => None,
            })
            .collect();
        assert_eq!(
            aggregates,
            [
                ("total", Some("price")),
                ("count", None),
                ("n", None),
                ("max", Some("title"))
            ]
        );
        for text in ["price.sum", "price.median()", "price.sum(1)", "price.", "sum()."] {
            assert_eq!(parse(text).unwrap_err().code, Code::BadRequest, "{text}");
        }
    }

    #[test]
    fn reads_casts_of_aggregates() {
        let items = parse("year::Float.sum()::text,n:count()::text").unwrap();
        let [Item::Aggregate(sum), Item::Aggregate(count)] = items.as_slice() else {
            panic!("{items:?}")
        };
        assert_eq!(
            (sum.input.as_deref(), sum.output.as_deref()),
            (Some("float"), Some("text"))
        );
        assert_eq!((count.key(), count.output.as_deref()), ("n", Some("text")));
    }

    #[test]
    fn an_empty_selection_is_one() {
        assert_eq!(parse("").unwrap(), vec![]);
        assert!(
            matches!(parse("book()").unwrap().as_slice(), [Item::Embed(embed)] if embed.items.is_empty())
        );
    }

    #[test]
    fn reads_inner_beside_a_hint() {
        for (text, hint, inner) in [
            ("a!inner()", None, true),
            ("a!fk!inner()", Some("fk"), true),
            ("a!inner!fk()", Some("fk"), true),
            ("a!left()", None, false),
        ] {
            let items = parse(text).unwrap();
            let [Item::Embed(embed)] = items.as_slice() else {
                panic!("{items:?}")
            };
            assert_eq!((embed.hint.as_deref(), embed.inner), (hint, inner), "{text}");
        }
    }

    #[test]
    fn reads_ways_into_documents_and_casts() {
        for (text, key, cast) in [
            ("doc->a->>b", "b", None),
            ("doc->0", "doc", None),
            ("doc->a->0", "a", None),
            ("x:doc->>\"a.b\"::text", "x", Some("text")),
            ("id::Double Precision", "id", Some("double precision")),
        ] {
            let items = parse(text).unwrap();
            let [Item::Column(picked)] = items.as_slice() else {
                panic!("{items:?}")
            };
            assert_eq!((picked.key(), picked.cast.as_deref()), (key, cast), "{text}");
        }
        for wrong in [
            "doc->",
            "doc->>a->b",
            "doc->>a->>b",
            "id::",
            "...author",
            "...a:author(id)",
        ] {
            assert_eq!(parse(wrong).unwrap_err().code, Code::BadRequest, "{wrong}");
        }
    }

    #[test]
    fn says_where_it_cannot_be_read() {
        for (text, position) in [
            ("id,", 4),
            ("id,,title", 4),
            ("book(id", 8),
            ("book)", 5),
            ("a:", 3),
            ("\"open", 1),
            ("a!b", 4),
            ("a!inner", 8),
            ("id title", 3),
        ] {
            match parse(text) {
                Err(error) => {
                    assert_eq!(error.code, Code::BadRequest, "{text}");
                    assert_eq!(error.details["position"], position, "{text}");
                }
                // Spaces may stand inside a name.
                Ok(items) => assert_eq!(items, [column(None, text)]),
            }
        }
    }
}
