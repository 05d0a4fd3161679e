//! What a request asks of a table: the members selected, and the parameters that narrow, order and cut its rows. Embedded
//! relations nest.

use std::str::FromStr;

use codegen::{ApiColumn, ApiModel, ApiTable, Relation};
use schema::stored::aggregate::Function;
use schema::stored::{Cast, Scalar};

use crate::error::{ApiError, Code};
use crate::near;
use crate::plan::later::InBatch;
use crate::plan::{Limits, Planning, limits};
use crate::rest::cast;
use crate::rest::column::{ColumnRef, Way};
use crate::rest::filters::{self, Tree};
use crate::rest::groups::Aggregated;
use crate::rest::order::{self, Term};
use crate::rest::relation::{self, Path};
use crate::rest::scan::Scanner;
use crate::rest::search::Said;
use crate::rest::select::{Embed, Item, Picked};

/// A table with what is asked of it.
#[derive(Debug)]
pub(crate) struct Scope<'m> {
    /// The table.
    pub(crate) table: &'m ApiTable,
    /// The API that it belongs to.
    pub(crate) model: &'m ApiModel,
    /// The limits of the request.
    pub(crate) limits: &'m Limits,
    /// The request's place in a batch.
    pub(crate) batch: Option<InBatch<'m>>,
    /// What is answered of a row. The keys differ.
    pub(crate) members: Vec<Member<'m>>,
    /// Conditions, all of which hold.
    pub(crate) filters: Vec<Tree>,
    /// `order`, if said.
    pub(crate) order: Option<Vec<Term>>,
    /// `limit`, if said: at most [`Limits::max_rows`].
    pub(crate) limit: Option<u32>,
    /// `offset`, if said.
    pub(crate) offset: Option<u64>,
}

/// A member of a row.
#[derive(Debug)]
pub(crate) struct Member<'m> {
    /// Its name in the answer.
    pub(crate) key: String,
    /// What it is.
    pub(crate) value: MemberValue<'m>,
}

/// What a member of a row is.
#[derive(Debug)]
pub(crate) enum MemberValue<'m> {
    /// A column.
    Column(&'m ApiColumn),
    /// A part of the document in a column, maybe read as another type.
    Part(&'m ApiColumn, Way, Option<Cast>),
    /// A column in another form.
    Cast(&'m ApiColumn, Cast),
    /// Rows of a related table.
    Embed(Embedded<'m>),
    /// An aggregate.
    Aggregate(Measured<'m>),
    /// What a search says of the row.
    Found(Said),
}

/// An aggregate of a column; without one, how many rows there are.
#[derive(Debug, Clone)]
pub(crate) struct Measured<'m> {
    /// What is computed.
    pub(crate) function: Function,
    /// The column.
    pub(crate) column: Option<&'m ApiColumn>,
    /// Which part of its document.
    pub(crate) way: Option<Way>,
    /// As what its values are taken.
    pub(crate) input: Option<Cast>,
    /// The form of the answer, where it is not its own.
    pub(crate) output: Option<Cast>,
}

impl Measured<'_> {
    /// How many rows there are.
    const ROWS: Self = Self {
        function: Function::Count,
        column: None,
        way: None,
        input: None,
        output: None,
    };
}

/// Rows of a related table.
#[derive(Debug)]
pub(crate) struct Embedded<'m> {
    /// The relation as the selection spells it.
    pub(crate) name: String,
    /// What leads there, or to the table between.
    pub(crate) relation: &'m Relation,
    /// What leads on from the table between, where the two tables are related through its rows.
    pub(crate) onward: Option<&'m Relation>,
    /// Whether rows without any of these are left out.
    pub(crate) inner: bool,
    /// What is asked of them. With nothing selected, they are not answered.
    pub(crate) scope: Scope<'m>,
    /// Whether their members stand among those of the row.
    pub(crate) spread: bool,
}

/// A parameter of the query string.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter<'a> {
    /// The whole name.
    pub(crate) name: &'a str,
    /// The value.
    pub(crate) value: &'a str,
}

impl<'m> Member<'m> {
    /// Whether nothing is answered of it: a relation of which nothing is selected.
    pub(crate) fn is_unanswered(&self) -> bool {
        matches!(&self.value, MemberValue::Embed(embedded) if embedded.scope.members.is_empty())
    }

    /// Whether its values are documents.
    pub(crate) fn is_document(&self) -> bool {
        match &self.value {
            MemberValue::Column(column) => column.scalar() == Scalar::Json,
            MemberValue::Cast(_, cast) => *cast == Cast::Json,
            MemberValue::Part(_, way, cast) => !way.as_text && matches!(cast, None | Some(Cast::Json)),
            MemberValue::Embed(_) | MemberValue::Aggregate(_) | MemberValue::Found(_) => false,
        }
    }

    /// Its name and the relation, where it is one.
    fn embedded(&self) -> Option<(&str, &Embedded<'m>)> {
        match &self.value {
            MemberValue::Embed(embedded) => Some((&self.key, embedded)),
            MemberValue::Column(_)
            | MemberValue::Part(..)
            | MemberValue::Cast(..)
            | MemberValue::Found(_)
            | MemberValue::Aggregate(..) => None,
        }
    }
}

impl<'m> Scope<'m> {
    /// A table with a selection, and no parameters yet.
    pub(crate) fn new(planning: Planning<'m>, table: &'m ApiTable, items: &[Item]) -> Result<Self, ApiError> {
        let mut scope = Self {
            table,
            model: planning.model,
            limits: planning.limits,
            batch: planning.batch,
            members: Vec::with_capacity(items.len()),
            filters: Vec::new(),
            order: None,
            limit: None,
            offset: None,
        };
        for (position, item) in items.iter().enumerate() {
            // What is said twice is meant once.
            if items[..position].contains(item) {
                continue;
            }
            match item {
                Item::All => {
                    for column in &table.columns {
                        scope.push(&column.field, MemberValue::Column(column))?;
                    }
                }
                Item::Column(picked) if let Some(said) = Said::picked(table, picked)? => {
                    scope.push(picked.key(), MemberValue::Found(said))?;
                }
                Item::Column(picked) if counts(table, picked) => {
                    scope.push(picked.key(), MemberValue::Aggregate(Measured::ROWS))?;
                }
                Item::Column(picked) => scope.push(picked.key(), cast::picked(table, picked)?)?,
                Item::Embed(embed) => scope.embed(planning, embed, false)?,
                Item::Spread(embed) => scope.embed(planning, embed, true)?,
                Item::Aggregate(aggregated) => scope.aggregate(aggregated)?,
            }
        }
        Ok(scope)
    }

    fn embed(&mut self, planning: Planning<'m>, embed: &Embed, spread: bool) -> Result<(), ApiError> {
        if !spread && let Some(said) = Said::of_column(self.table, &embed.named.name, &embed.items)? {
            return self.push(embed.named.key(), MemberValue::Found(said));
        }
        let Path { relation, onward } = relation::path(
            planning.model,
            self.table,
            &embed.named.name,
            embed.hint.as_deref(),
        )?;
        let target = planning
            .model
            .table(onward.unwrap_or(relation).target)
            .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))?;
        let embedded = Embedded {
            name: embed.named.name.clone(),
            relation,
            onward,
            inner: embed.inner,
            scope: Scope::new(planning, target, &embed.items)?,
            spread,
        };
        if spread {
            // Its members are told apart from the row's where both are known.
            self.members.push(Member {
                key: embed.named.key().to_owned(),
                value: MemberValue::Embed(embedded),
            });
            return self.check_keys();
        }
        self.push(embed.named.key(), MemberValue::Embed(embedded))
    }

    /// What is asked of another table in the same request: these members, of all of its rows.
    pub(crate) fn elsewhere<'k>(
        &self,
        table: &'m ApiTable,
        members: impl Iterator<Item = (&'k str, MemberValue<'m>)>,
    ) -> Self {
        let members = members.map(|(key, value)| Member {
            key: key.to_owned(),
            value,
        });
        Self {
            table,
            model: self.model,
            limits: self.limits,
            batch: self.batch,
            members: members.collect(),
            filters: Vec::new(),
            order: None,
            limit: None,
            offset: None,
        }
    }

    fn aggregate(&mut self, aggregated: &Aggregated) -> Result<(), ApiError> {
        let measured = cast::measured(self.table, aggregated)?;
        self.push(aggregated.key(), MemberValue::Aggregate(measured))
    }

    /// Whether rows are aggregated, and grouped by whatever else is selected: also by what is spread of one related row.
    pub(crate) fn is_grouped(&self) -> bool {
        let mut values = self.members.iter().map(|member| &member.value);
        values.any(|value| match value {
            MemberValue::Aggregate(_) => true,
            MemberValue::Embed(embedded) => embedded.is_hoisted() && embedded.scope.is_grouped(),
            _ => false,
        })
    }

    /// The members in the answer, those of spread relations among them.
    pub(crate) fn answered(&self) -> Vec<&Member<'m>> {
        let mut answered = Vec::with_capacity(self.members.len());
        for member in &self.members {
            match &member.value {
                MemberValue::Embed(embedded) if embedded.spread => answered.extend(embedded.scope.answered()),
                MemberValue::Embed(_) if member.is_unanswered() => {}
                _ => answered.push(member),
            }
        }
        answered
    }

    fn check_keys(&self) -> Result<(), ApiError> {
        let mut keys: Vec<&str> = self
            .answered()
            .into_iter()
            .map(|member| member.key.as_str())
            .collect();
        keys.sort_unstable();
        match keys.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(taken_twice(pair[0])),
            None => Ok(()),
        }
    }

    /// Adds a member. The same column under the same name again is one member.
    fn push(&mut self, key: &str, value: MemberValue<'m>) -> Result<(), ApiError> {
        if let Some(earlier) = self
            .members
            .iter()
            .find(|member| member.key == key && !member.is_spread())
        {
            return match (&earlier.value, &value) {
                (MemberValue::Column(earlier), MemberValue::Column(column)) if earlier.id == column.id => {
                    Ok(())
                }
                _ => Err(taken_twice(key)),
            };
        }
        self.members.push(Member {
            key: key.to_owned(),
            value,
        });
        if self.members.iter().any(Member::is_spread) {
            return self.check_keys();
        }
        Ok(())
    }

    /// Takes a parameter. A reserved word wins over a column of its name, which is still reached by the spelling with
    /// the operator in the name (`order.eq=5`).
    pub(crate) fn take(&mut self, parameter: Parameter<'_>) -> Result<(), ApiError> {
        self.take_as(parameter.name, parameter)
    }

    /// Takes a parameter by what its name comes to in this scope.
    fn take_as(&mut self, name: &str, parameter: Parameter<'_>) -> Result<(), ApiError> {
        if let Some(quoted) = unquoted(name)
            && let Some(column) = self.table.column_named(&quoted)
        {
            let column = ColumnRef::named(&column.field);
            self.filters
                .push(filters::whole(parameter.name, column, parameter.value)?);
            return Ok(());
        }
        if self.reserved(name, parameter)? {
            return Ok(());
        }
        if let Some(column) = self.table.column_named(name) {
            let column = ColumnRef::named(&column.field);
            self.filters
                .push(filters::whole(parameter.name, column, parameter.value)?);
            return Ok(());
        }
        if let Some(tree) = self.inside(name, parameter)? {
            self.filters.push(tree);
            return Ok(());
        }
        if let Some(tree) = self.typed(name, parameter) {
            self.filters.push(tree?);
            return Ok(());
        }
        let unknown = self.unknown(name, parameter);
        let tree = match self.embedded(name) {
            Some((_, "")) => filters::whole(parameter.name, ColumnRef::named(name), parameter.value)?,
            Some((embedded, operator @ ("is" | "not.is")))
                if embedded.scope.table.column_named(operator).is_none() =>
            {
                let embed = name.strip_suffix(operator).unwrap_or(name).trim_end_matches('.');
                filters::typed(
                    parameter.name,
                    &ColumnRef::named(embed),
                    operator,
                    parameter.value,
                )
                .ok_or(unknown)??
            }
            Some((embedded, rest)) => return embedded.scope.take_as(rest, parameter),
            None => return Err(unknown),
        };
        self.filters.push(tree);
        Ok(())
    }

    /// The embedded relation of that name in the answer, else in the selection.
    pub(crate) fn embed_named(&self, name: &str) -> Option<&Embedded<'m>> {
        let embeds = || self.members.iter().filter_map(Member::embedded);
        embeds()
            .find(|(key, _)| *key == name)
            .or_else(|| embeds().find(|(_, embedded)| embedded.name == name))
            .map(|(_, embedded)| embedded)
    }

    /// Whether a filter narrows the rows, its own or one of a relation that they must have.
    pub(crate) fn is_filtered(&self) -> bool {
        let by_relation =
            |(_, embedded): (&str, &Embedded<'_>)| embedded.inner && embedded.scope.is_filtered();
        !self.filters.is_empty() || self.members.iter().filter_map(Member::embedded).any(by_relation)
    }

    /// Takes what orders, cuts or groups. Answers whether the name is one of these.
    fn reserved(&mut self, name: &str, parameter: Parameter<'_>) -> Result<bool, ApiError> {
        let Parameter { name: full, value } = parameter;
        match name {
            "order" => once(&mut self.order, full, order::parse(full, value)?)?,
            "limit" => once(&mut self.limit, full, limit(full, value, self.limits.max_rows)?)?,
            "offset" => once(&mut self.offset, full, offset(full, value)?)?,
            _ => match filters::group_word(name) {
                Some(group) => self.filters.push(filters::group(full, group, value)?),
                None => return Ok(false),
            },
        }
        Ok(true)
    }

    /// A filter whose operator stands in the parameter's name.
    fn typed(&self, name: &str, parameter: Parameter<'_>) -> Option<Result<Tree, ApiError>> {
        name.match_indices('.').find_map(|(dot, _)| {
            let column = ColumnRef::named(&self.table.column_named(&name[..dot])?.field);
            filters::typed(parameter.name, &column, &name[dot + 1..], parameter.value)
        })
    }

    /// A filter on a part of a column's document, in either spelling: `doc->>a=eq.x`, `doc->>a.eq=x`.
    fn inside(&self, name: &str, parameter: Parameter<'_>) -> Result<Option<Tree>, ApiError> {
        let Some((column, _)) = name.split_once("->") else {
            return Ok(None);
        };
        let Some(column) = self.table.column_named(column) else {
            return Ok(None);
        };
        let mut scanner = Scanner::new("the parameter", name);
        scanner.name()?;
        let column = ColumnRef::behind(&mut scanner, column.field.clone())?;
        if scanner.eat(".") {
            let typed = filters::typed(parameter.name, &column, scanner.rest(), parameter.value);
            return match typed {
                Some(tree) => tree.map(Some),
                None => Err(scanner.expected("an operator")),
            };
        }
        scanner.end()?;
        filters::whole(parameter.name, column, parameter.value).map(Some)
    }

    /// The embedded relation that the name starts with, and what stands behind it: by its name in the answer, else as
    /// the selection spells it.
    fn embedded<'n>(&mut self, name: &'n str) -> Option<(&mut Embedded<'m>, &'n str)> {
        let behind = |prefix: &str| {
            let rest = name.strip_prefix(prefix)?;
            if rest.is_empty() {
                Some(rest)
            } else {
                rest.strip_prefix('.')
            }
        };
        let by_key = self.members.iter().position(|member| {
            matches!(member.value, MemberValue::Embed(_)) && behind(&member.key).is_some()
        });
        let position = by_key.or_else(|| {
            self.members.iter().position(
                |member| matches!(&member.value, MemberValue::Embed(embedded) if behind(&embedded.name).is_some()),
            )
        })?;
        let member = self.members.get_mut(position)?;
        let MemberValue::Embed(embedded) = &mut member.value else {
            return None;
        };
        let rest = behind(&member.key).or_else(|| behind(&embedded.name))?;
        Some((embedded, rest))
    }

    /// The error of a parameter whose name comes to nothing in this scope.
    fn unknown(&self, name: &str, parameter: Parameter<'_>) -> ApiError {
        let of = &self.table.names.rest;
        let first = name.split('.').next().unwrap_or(name);
        let fields: Vec<&str> = self
            .table
            .columns
            .iter()
            .map(|column| column.field.as_str())
            .collect();
        let words = ["select", "order", "limit", "offset", "and", "or", "columns"];
        let advice = if self.table.relation(first).is_some() {
            format!(": to use the relation '{first}' here, select it with '{first}(*)'")
        } else if self.table.column_named(first).is_some() && first != name {
            let list = filters::OPERATORS.join(", ");
            format!(": behind the column '{first}' stands one of the operators {list}")
        } else {
            near::question(&near::nearest(first, fields.iter().copied().chain(words)))
        };
        ApiError::new(
            Code::UnknownName,
            format!(
                "the parameter '{}' is neither a column of '{of}' nor a word of this API{advice}",
                parameter.name
            ),
        )
        .with("name", parameter.name)
        .with("columns", fields)
        .with("words", words.to_vec())
    }
}

impl Embedded<'_> {
    /// Whether its members count as the row's own.
    pub(crate) fn is_hoisted(&self) -> bool {
        self.spread && self.onward.is_none() && self.relation.is_to_one()
    }
}

impl Member<'_> {
    fn is_spread(&self) -> bool {
        matches!(&self.value, MemberValue::Embed(embedded) if embedded.spread)
    }
}

/// Whether `count` stands for the number of rows, as it does without brackets where no column has that name.
fn counts(table: &ApiTable, picked: &Picked) -> bool {
    let column = &picked.column;
    column.name == "count"
        && column.way.is_none()
        && picked.cast.is_none()
        && table.column_named("count").is_none()
}

/// A name between double quotes, which is a column's whatever else it would mean.
fn unquoted(name: &str) -> Option<String> {
    let mut scanner = Scanner::new("", name.strip_prefix('"').map(|_| name)?);
    let unquoted = scanner.quoted().ok()?;
    scanner.rest().is_empty().then_some(unquoted)
}

fn taken_twice(key: &str) -> ApiError {
    ApiError::new(
        Code::Contradiction,
        format!("select: two members are named '{key}': give one an alias, such as 'other:{key}'"),
    )
}

fn once<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), ApiError> {
    if slot.replace(value).is_some() {
        return Err(ApiError::new(
            Code::BadRequest,
            format!("the parameter '{name}' is given twice"),
        ));
    }
    Ok(())
}

fn limit(name: &str, value: &str, most: u32) -> Result<u32, ApiError> {
    let rows: u64 = whole_number(name, value)?;
    u32::try_from(rows)
        .ok()
        .filter(|rows| *rows <= most)
        .ok_or_else(|| {
            limits::beyond(
                rows,
                most,
                format!("{name}: at most {most} rows are answered at once: ask for more by 'offset'"),
            )
        })
}

fn offset(name: &str, value: &str) -> Result<u64, ApiError> {
    // An offset is bound as SQLite's own integer. Behind more rows than that there are none, as behind the last.
    let digits = value.trim();
    if digits.len() > 18 && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Ok(digits.parse::<i64>().unwrap_or(i64::MAX).unsigned_abs());
    }
    whole_number::<i64>(name, value)?
        .try_into()
        .map_err(|_| not_whole(name, value))
}

pub(crate) fn whole_number<N: FromStr>(name: &str, value: &str) -> Result<N, ApiError> {
    value.trim().parse().map_err(|_| not_whole(name, value))
}

fn not_whole(name: &str, value: &str) -> ApiError {
    ApiError::new(
        Code::BadRequest,
        format!("{name}: expected a whole number of rows, got '{value}'"),
    )
}
