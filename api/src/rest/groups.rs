//! Aggregates in a selection: the grammar (`price.sum()`, `count()`), and what they come to. Rows are grouped by whatever
//! else is selected.

use codegen::ApiColumn;
use schema::ColumnId;
use schema::stored::Cast;
use schema::stored::aggregate::{Aggregate, Function};
use shard::op::{
    Form, GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure, OrderBy, Output, RelatedTerm,
    RelatedValue,
};

use crate::error::{ApiError, Code};
use crate::near;
use crate::plan::json::Part;
use crate::plan::{Binder, groups};
use crate::rest::column::ColumnRef;
use crate::rest::lower::{self, Window};
use crate::rest::order::Term;
use crate::rest::scan::Scanner;
use crate::rest::scope::{Embedded, Measured, MemberValue, Scope};
use crate::rest::select::{self, Named};

/// The functions by their names.
const FUNCTIONS: [(&str, Function); 5] = [
    ("avg", Function::Avg),
    ("count", Function::Count),
    ("max", Function::Max),
    ("min", Function::Min),
    ("sum", Function::Sum),
];

/// An aggregate as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aggregated {
    /// The alias, if there is one, and the column; for `count()`, which is of the rows, no column.
    pub(crate) alias: Option<String>,
    /// The column.
    pub(crate) column: Option<ColumnRef>,
    /// What is computed.
    pub(crate) function: Function,
    /// The type that stands behind the column.
    pub(crate) input: Option<String>,
    /// The type that stands behind the function.
    pub(crate) output: Option<String>,
}

impl Aggregated {
    /// The name in the answer: the function's, unless there is an alias.
    pub(crate) fn key(&self) -> &str {
        let named = FUNCTIONS.iter().find(|(_, function)| *function == self.function);
        match &self.alias {
            Some(alias) => alias,
            None => named.map_or("", |(name, _)| name),
        }
    }
}

/// Reads what stands behind a name, where it makes it an aggregate: `.sum()` or `::type.sum()` behind a column, `()` behind
/// `count`; and the type that it is cast to.
pub(crate) fn read(scanner: &mut Scanner<'_>, named: &Named) -> Result<Option<Aggregated>, ApiError> {
    if named.name == "count" && scanner.eat("()") {
        return Ok(Some(Aggregated {
            alias: named.alias.clone(),
            column: None,
            function: Function::Count,
            input: None,
            output: select::cast(scanner)?,
        }));
    }
    let start = scanner.clone();
    let column = ColumnRef::behind(scanner, named.name.clone())?;
    let input = select::cast(scanner)?;
    if !scanner.rest().starts_with('.') {
        *scanner = start;
        return Ok(None);
    }
    let before = scanner.clone();
    scanner.expect(".")?;
    let name = scanner.take_while(|character| character.is_ascii_alphabetic());
    let function = FUNCTIONS.iter().find(|(known, _)| *known == name);
    let Some((_, function)) = function.filter(|_| scanner.eat("()")) else {
        return Err(before.expected("one of '.avg()', '.count()', '.max()', '.min()' and '.sum()'"));
    };
    Ok(Some(Aggregated {
        alias: named.alias.clone(),
        column: Some(column),
        function: *function,
        input,
        output: select::cast(scanner)?,
    }))
}

/// The groups of a scope that selects aggregates; `None` where it selects none.
pub(crate) fn groups(
    binder: &mut Binder,
    scope: &Scope<'_>,
    window: Window,
    single: bool,
) -> Result<Option<Output>, ApiError> {
    if !scope.is_grouped() {
        return Ok(None);
    }
    let mut grouping = Grouping::default();
    grouping.members(binder, scope, &[])?;
    let order = scope.order.iter().flatten();
    let order = order
        .map(|term| grouping.term(scope, term))
        .collect::<Result<Vec<_>, _>>()?;
    let page = window.page(binder)?;
    let groups = Groups {
        keys: grouping.keys,
        having: None,
        order,
        limit: page.limit,
        offset: page.offset,
        members: grouping.members,
        single,
        bare: false,
        related: grouping.related,
    };
    groups::check(scope.table, &groups)?;
    Ok(Some(Output::Groups(Box::new(groups))))
}

/// What is known of groups so far.
#[derive(Default)]
struct Grouping {
    /// What rows are grouped by: what is selected beside aggregates, and the columns that join them to what is embedded.
    keys: Vec<GroupKey>,
    related: Vec<RelatedValue>,
    members: Vec<GroupMember>,
}

impl Grouping {
    /// Adds the members of a scope, which is the rows' own but for the relations to one row that lead there.
    fn members(
        &mut self,
        binder: &mut Binder,
        scope: &Scope<'_>,
        through: &[&Embedded<'_>],
    ) -> Result<(), ApiError> {
        for member in &scope.members {
            let value = match &member.value {
                MemberValue::Embed(embedded) if embedded.spread => {
                    if !embedded.is_hoisted() {
                        return Err(ungroupable(&member.key));
                    }
                    self.members(binder, &embedded.scope, &[through, &[embedded]].concat())?;
                    continue;
                }
                MemberValue::Embed(_) if member.is_unanswered() => continue,
                MemberValue::Embed(_) if !through.is_empty() => return Err(ungroupable(&member.key)),
                MemberValue::Embed(embedded) => {
                    for (local, _) in &embedded.relation.join {
                        self.key(*local, None)?;
                    }
                    GroupValue::Related(Box::new(lower::related(binder, embedded)?))
                }
                MemberValue::Found(_) => {
                    return Err(ApiError::new(
                        Code::InvalidValue,
                        format!(
                            "select: '{}' is said of a row, and not of a group of them",
                            member.key
                        ),
                    ));
                }
                MemberValue::Aggregate(measured) => self.measure(binder, measured, &member.key, through)?,
                MemberValue::Column(column) => {
                    if Aggregate::of(Function::CountDistinct, &column.stored).is_none() {
                        return Err(unordered(column));
                    }
                    let form = self.form(binder, column.id, None, through)?;
                    GroupValue::Measure(self.key(column.id, form)?)
                }
                MemberValue::Cast(column, cast) => {
                    self.cast(binder, (column, *cast), &member.key, through)?
                }
                MemberValue::Part(column, way, cast) => {
                    if !through.is_empty() || cast.is_some_and(|cast| cast.parsed("x", true).is_none()) {
                        return Err(ungroupable(&member.key));
                    }
                    let part = Part::new(binder, column, &way.path)?;
                    let form = Form::Part(part.path, way.as_text, *cast);
                    let key = self.key(column.id, Some(form))?;
                    match cast {
                        Some(Cast::Whole) => GroupValue::Cast(key, Cast::Number),
                        _ => GroupValue::Measure(key),
                    }
                }
            };
            self.members.push(GroupMember {
                key: member.key.clone(),
                value,
            });
        }
        Ok(())
    }

    fn cast(
        &mut self,
        binder: &mut Binder,
        (column, cast): (&ApiColumn, Cast),
        name: &str,
        through: &[&Embedded<'_>],
    ) -> Result<GroupValue, ApiError> {
        if column.stored.keeps_apart(cast) {
            let form = self.form(binder, column.id, None, through)?;
            return Ok(GroupValue::Cast(self.key(column.id, form)?, cast));
        }
        let Some((kept, _)) = column.stored.recast("x", cast).filter(|_| through.is_empty()) else {
            return Err(ungroupable(name));
        };
        let key = self.key(column.id, Some(Form::Cast(cast)))?;
        Ok(match cast {
            Cast::Whole if kept.casts(cast) => GroupValue::Cast(key, cast),
            _ => GroupValue::Measure(key),
        })
    }

    fn measure(
        &mut self,
        binder: &mut Binder,
        measured: &Measured<'_>,
        name: &str,
        through: &[&Embedded<'_>],
    ) -> Result<GroupValue, ApiError> {
        let measure = match (measured.column, &measured.way) {
            (None, _) => Measure::Rows,
            (Some(_), Some(_)) if !through.is_empty() => return Err(ungroupable(name)),
            (Some(_), None) if measured.input.is_some() && !through.is_empty() => {
                return Err(ungroupable(name));
            }
            (Some(column), Some(way)) => {
                let part = Part::new(binder, column, &way.path)?;
                let form = Form::Part(part.path, way.as_text, measured.input);
                Measure::Made(measured.function, column.id, form)
            }
            (Some(column), None) => match self.form(binder, column.id, measured.input, through)? {
                Some(form) => Measure::Made(measured.function, column.id, form),
                None => Measure::Of(measured.function, column.id),
            },
        };
        Ok(match measured.output {
            Some(cast) => GroupValue::Cast(measure, cast),
            None => GroupValue::Measure(measure),
        })
    }

    /// What is made of a column, which may be one of a related row.
    fn form(
        &mut self,
        binder: &mut Binder,
        column: ColumnId,
        cast: Option<Cast>,
        through: &[&Embedded<'_>],
    ) -> Result<Option<Form>, ApiError> {
        if through.is_empty() {
            return Ok(cast.map(Form::Cast));
        }
        let mut by = OrderBy::Column(column);
        for embedded in through.iter().rev() {
            by = OrderBy::Related(Box::new(RelatedValue {
                join: embedded.relation.join.clone(),
                table: embedded.relation.target,
                filter: lower::all(lower::narrowing(binder, embedded)?),
                of: RelatedTerm::One(Box::new(by)),
            }));
        }
        let OrderBy::Related(value) = by else {
            return Err(unplanned());
        };
        let known = self.related.iter().position(|related| *related == *value);
        let at = known.unwrap_or_else(|| {
            self.related.push(*value);
            self.related.len() - 1
        });
        let at = u16::try_from(at).map_err(|_| unplanned())?;
        Ok(Some(Form::Related(at)))
    }

    fn key(&mut self, column: ColumnId, form: Option<Form>) -> Result<Measure, ApiError> {
        // A value of a related row stands for no column of the rows' own.
        let column = match form {
            Some(Form::Related(_)) => ColumnId(0),
            _ => column,
        };
        let key = GroupKey {
            column,
            part: None,
            form,
        };
        let at = self
            .keys
            .iter()
            .position(|known| *known == key)
            .unwrap_or_else(|| {
                self.keys.push(key);
                self.keys.len() - 1
            });
        u16::try_from(at).map(Measure::Key).map_err(|_| unplanned())
    }

    /// A term of an order, by the name of a member in the answer or of a column that rows are grouped by.
    fn term(&self, scope: &Scope<'_>, term: &Term) -> Result<GroupTerm, ApiError> {
        if term.inside.is_some() || term.column.way.is_some() {
            return Err(self.ungrouped(term.column.key()));
        }
        let by = self
            .members
            .iter()
            .find(|member| member.key == term.column.name)
            .and_then(|member| match &member.value {
                GroupValue::Measure(measure) | GroupValue::Cast(measure, _) => Some(*measure),
                _ => None,
            })
            .or_else(|| {
                let column = scope.table.column_named(&term.column.name)?;
                let own = |key: &GroupKey| key.column == column.id && key.form.is_none();
                let at = self.keys.iter().position(own)?;
                u16::try_from(at).ok().map(Measure::Key)
            });
        let by = by.ok_or_else(|| self.ungrouped(term.column.key()))?;
        Ok(GroupTerm {
            by,
            descending: term.descending,
            nulls_first: term.nulls_first,
        })
    }

    fn ungrouped(&self, name: &str) -> ApiError {
        let names: Vec<&str> = self
            .members
            .iter()
            .filter(|member| !matches!(member.value, GroupValue::Related(_)))
            .map(|member| member.key.as_str())
            .collect();
        let advice = near::question(&near::nearest(name, names.iter().copied()));
        ApiError::new(
            Code::UnknownName,
            format!(
                "order: rows that are aggregated are ordered by what is selected, and '{name}' is not{advice}"
            ),
        )
        .with("name", name)
        .with("selected", names)
    }
}

fn unordered(column: &ApiColumn) -> ApiError {
    ApiError::new(
        Code::InvalidValue,
        format!(
            "select: rows are grouped by what is selected beside aggregates, and not by '{}', whose values have no order",
            column.field
        ),
    )
    .with("field", column.field.clone())
}

fn ungroupable(key: &str) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!(
            "select: rows are not grouped by '{key}': beside aggregates stand columns, embedded relations, parts of documents, \
             casts whose values have an order, and what is spread of relations to one row"
        ),
    )
}

fn unplanned() -> ApiError {
    ApiError::new(Code::Internal, "the request could not be planned")
}
