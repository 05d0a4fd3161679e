//! A request, read: what it names, prefers and asks for.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::Scalar;

use crate::error::{ApiError, Code};
use crate::explain::Explains;
use crate::http::{Header, Method, Request};
use crate::plan::Planning;
use crate::rest::convert::Heading;
use crate::rest::media::{self, Media};
use crate::rest::path::Target;
use crate::rest::prefer::{self, Preferences};
use crate::rest::range::{self, ItemRange};
use crate::rest::scan::Scanner;
use crate::rest::scope::{self, Parameter, Scope};
use crate::rest::select::{self, Item};
use crate::rest::{names, query};

/// A request whose names are all known.
#[derive(Debug)]
pub(crate) struct Call<'m> {
    /// What the path names.
    pub(crate) target: Target<'m>,
    /// What is asked of the table.
    pub(crate) scope: Scope<'m>,
    /// `columns=`: the members of the body that count.
    pub(crate) columns: Option<Vec<ColumnId>>,
    /// `on_conflict=`: the columns of the unique key that an upsert is about.
    pub(crate) on_conflict: Option<Vec<ColumnId>>,
    /// `after=` or `before=`: a place in the order.
    pub(crate) place: Option<Place>,
    /// How many rows of a streamed answer are wanted.
    pub(crate) total: Option<u64>,
    /// What the client accepts.
    pub(crate) media: Media,
    /// What the client prefers.
    pub(crate) preferences: Preferences,
}

/// A place in the order, where a page begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The cursor.
    pub(crate) cursor: String,
    /// Whether the rows before it are wanted.
    pub(crate) backward: bool,
}

/// Reads everything but the body.
pub(crate) fn read<'m>(
    planning: Planning<'m>,
    target: Target<'m>,
    request: &Request,
) -> Result<Call<'m>, ApiError> {
    let media = media::accepted(&request.headers)?;
    check_plan(media, request.method)?;
    let mut preferences = prefer::parse(request.headers.get(Header::Prefer))?;
    if preferences.explain && matches!(media, Media::Csv | Media::Lines) {
        return Err(ApiError::new(
            Code::NotAcceptable,
            "Prefer: explain answers in JSON, beside the rows: accept application/json with it",
        ));
    }
    let reads = matches!(request.method, Method::Get | Method::Head);
    let pairs = gathered(
        target.table,
        query::pairs(request.query.as_deref().unwrap_or_default())?,
    );
    let select = single(&pairs, "select")?.map(select::parse).transpose()?;
    let items = select.unwrap_or_else(|| vec![Item::All]);
    let mut scope = Scope::new(planning, target.table, &items)?;
    let mut place = None;
    let mut total = None;
    for (name, value) in &pairs {
        match name.as_str() {
            "select" | "columns" | "on_conflict" => {}
            "after" | "before" if is_cursor(target.table, name, value) => {
                let given = Place {
                    cursor: value.clone(),
                    backward: name == "before",
                };
                if place.replace(given).is_some() {
                    return Err(ApiError::new(
                        Code::Contradiction,
                        "after, before: one place is enough, and one of each does not go together",
                    ));
                }
            }
            // Streamed rows are not bound by what one answer holds.
            "limit" if media == Media::Lines && reads => total = Some(scope::whole_number(name, value)?),
            name => scope.take(Parameter { name, value })?,
        }
    }
    if media == Media::Lines && reads {
        // A stream says nothing of its page, so that no rows are counted for one.
        preferences.count = None;
        if total.is_none() && scope.offset.is_none() && place.is_none() {
            let headers = &request.headers;
            let range = range::parse(headers.get(Header::Range), headers.get(Header::RangeUnit))?;
            total = range.and_then(ItemRange::rows);
            scope.offset = range.map(|range| range.first);
        }
    }
    let columns = columns(&target, request.method, single(&pairs, "columns")?)?;
    let on_conflict = single(&pairs, "on_conflict")?
        .map(|text| listed(&target, "on_conflict", text))
        .transpose()?;
    check_upsert(on_conflict.is_some(), request.method, &preferences)?;
    check(&target, &scope, request.method, place.is_some())?;
    Ok(Call {
        target,
        scope,
        columns,
        on_conflict,
        place,
        total,
        media,
        preferences,
    })
}

/// Lists may be given element by element, as clients made from the OpenAPI document send them: these are put together. An element
/// that is given alone is taken as it is, with its commas.
fn gathered(table: &ApiTable, pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut gathered: Vec<(String, String)> = Vec::with_capacity(pairs.len());
    let mut alone: Vec<usize> = Vec::new();
    for (name, value) in pairs {
        let Some(kind) = List::of(table, &name) else {
            gathered.push((name, value));
            continue;
        };
        let Some(at) = gathered.iter().position(|(other, _)| *other == name) else {
            gathered.push((name, value));
            continue;
        };
        let list = &mut gathered[at].1;
        if kind == List::Values && !alone.contains(&at) {
            alone.push(at);
            *list = element(list);
        }
        list.push(',');
        match kind {
            List::Names => list.push_str(&value),
            List::Values => list.push_str(&element(&value)),
        }
    }
    gathered
}

/// An element of a list, quoted where it would be read as more than one or as another.
fn element(value: &str) -> String {
    let is_quoted = value.len() > 1 && value.starts_with('"') && value.ends_with('"');
    if is_quoted || !value.contains([',', '"']) {
        return value.to_owned();
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What a parameter lists with commas between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Names,
    Values,
}

impl List {
    fn of(table: &ApiTable, parameter: &str) -> Option<Self> {
        let Some((column, operator)) = parameter.rsplit_once('.') else {
            let names = matches!(parameter, "select" | "order" | "columns" | "on_conflict");
            return names.then_some(Self::Names);
        };
        match operator {
            "select" | "order" => Some(Self::Names),
            "in" | "nin" => Some(Self::Values),
            "eq" | "neq" | "cs" | "cd" | "ov" => {
                let of_set = |known: &ApiColumn| known.field == column && known.scalar() == Scalar::Set;
                table.columns.iter().any(of_set).then_some(Self::Names)
            }
            _ => None,
        }
    }
}

fn single<'p>(pairs: &'p [(String, String)], wanted: &str) -> Result<Option<&'p str>, ApiError> {
    let mut found = pairs.iter().filter(|(name, _)| name == wanted);
    let first = found.next().map(|(_, value)| value.as_str());
    if found.next().is_some() {
        return Err(ApiError::new(
            Code::BadRequest,
            format!("the parameter '{wanted}' is given twice"),
        ));
    }
    Ok(first)
}

fn columns(
    target: &Target<'_>,
    method: Method,
    text: Option<&str>,
) -> Result<Option<Vec<ColumnId>>, ApiError> {
    let Some(text) = text else {
        return Ok(None);
    };
    if !matches!(method, Method::Post | Method::Put | Method::Patch) {
        return Err(ApiError::new(
            Code::BadRequest,
            "columns: says which members of a body count, and there is no body",
        ));
    }
    listed(target, "columns", text).map(Some)
}

/// Columns by their names, with commas between.
fn listed(target: &Target<'_>, parameter: &str, text: &str) -> Result<Vec<ColumnId>, ApiError> {
    let mut scanner = Scanner::new(parameter, text);
    let mut columns = Vec::new();
    loop {
        let name = scanner.name()?;
        columns.push(names::column(target.table, &name, parameter)?.id);
        if !scanner.eat(",") {
            break;
        }
    }
    scanner.end()?;
    Ok(columns)
}

/// A key that nothing is done about is more likely a mistake than meant.
fn check_upsert(on_conflict: bool, method: Method, preferences: &Preferences) -> Result<(), ApiError> {
    if !on_conflict {
        return Ok(());
    }
    if method != Method::Post {
        return Err(ApiError::new(
            Code::BadRequest,
            "on_conflict: only POST takes it; PUT is about the primary key",
        ));
    }
    if preferences.resolution.is_none() {
        return Err(ApiError::new(
            Code::Contradiction,
            "on_conflict: say what becomes of a row whose key is taken, by 'Prefer: resolution=merge-duplicates' or \
             'resolution=ignore-duplicates'",
        ));
    }
    Ok(())
}

/// Whether a parameter is a place rather than a filter on a column of its name: no condition is one hexadecimal number.
fn is_cursor(table: &ApiTable, name: &str, value: &str) -> bool {
    table.column_named(name).is_none() || value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Refuses parameters that the method or path gives no sense.
fn check(target: &Target<'_>, scope: &Scope<'_>, method: Method, placed: bool) -> Result<(), ApiError> {
    let reads = matches!(method, Method::Get | Method::Head);
    let cut = [
        ("order", scope.order.is_some()),
        ("limit", scope.limit.is_some()),
        ("offset", scope.offset.is_some()),
        ("after, before", placed),
    ];
    if let Some((name, _)) = cut.into_iter().find(|(_, given)| *given) {
        if placed && !reads {
            return Err(ApiError::new(
                Code::BadRequest,
                "after, before: a place is for reading page by page: a write takes order, limit and offset",
            ));
        }
        if !reads && !matches!(method, Method::Patch | Method::Delete) {
            return Err(ApiError::new(
                Code::BadRequest,
                format!("{name}: rows to add are neither ordered nor cut: PATCH and DELETE take it"),
            ));
        }
        if target.key.is_some() {
            return Err(ApiError::new(
                Code::BadRequest,
                format!("{name}: a path with a key names one row, which is neither ordered nor cut"),
            ));
        }
    }
    if method == Method::Post && !scope.filters.is_empty() {
        return Err(ApiError::new(
            Code::BadRequest,
            "POST adds rows, and takes no filter: change rows that are there with PATCH",
        ));
    }
    Ok(())
}

/// A plan alone is asked for what may be run twice; a write says whether it is to be undone.
fn check_plan(media: Media, method: Method) -> Result<(), ApiError> {
    if !media.is_plan() || matches!(method, Method::Get | Method::Head) {
        return Ok(());
    }
    Err(ApiError::new(
        Code::NotAcceptable,
        "Accept: the plan alone is answered for reads only; ask for a write's by 'Prefer: explain', with 'tx=rollback' if it is \
         to be undone",
    ))
}

impl Call<'_> {
    /// Whether the answer is explained.
    pub(crate) fn explains(&self) -> Explains {
        match (self.media, self.preferences.explain) {
            (Media::Plan, _) => Explains::Alone,
            (Media::PlanText, _) => Explains::AsText,
            (_, true) => Explains::Beside,
            (_, false) => Explains::No,
        }
    }

    /// Whether the client accepts exactly one row, not in an array.
    pub(crate) fn is_single(&self) -> bool {
        self.media.is_object()
    }

    /// The members of each row, where the answer has a header of them.
    pub(crate) fn columns_answered(&self) -> Vec<Heading> {
        if self.media != Media::Csv {
            return Vec::new();
        }
        let answered = self.scope.answered().into_iter();
        let headings = answered.map(|member| Heading {
            name: member.key.clone(),
            document: member.is_document(),
        });
        headings.collect()
    }
}
