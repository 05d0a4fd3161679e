//! `POST {table}/query`: a collection's arguments as GraphQL has them, in a JSON body.

use codegen::ApiTable;
use serde_json::Value;
use shard::op::{
    ConnectionField, ConnectionValue, Output, PageInfoField, PageInfoValue, Part, Query, Shape, ShardOp,
};

use crate::error::{ApiError, Code};
use crate::explain::Explains;
use crate::graphql;
use crate::http::{Header, Request};
use crate::plan::{Planned, Planning};
use crate::rest::body::{self, Row, Rows};
use crate::rest::media::{self, Media};
use crate::rest::respond::{Answer, Head, Respond};
use crate::rest::scope::Scope;
use crate::rest::select::{self, Item};
use crate::rest::{complexity, lower, prefer};

/// Plans a read.
pub(crate) fn plan<T>(
    planning: Planning<'_>,
    table: &ApiTable,
    request: &Request,
) -> Result<Planned<Respond, T>, ApiError> {
    if media::accepted(&request.headers)? != Media::Json {
        return Err(ApiError::new(
            Code::NotAcceptable,
            "Accept: the rows are answered with what is told of their page, as application/json",
        ));
    }
    media::json_body(&request.headers)?;
    let preferences = prefer::parse(request.headers.get(Header::Prefer))?;
    if request.query.as_deref().is_some_and(|query| !query.is_empty()) {
        return Err(ApiError::new(
            Code::BadRequest,
            "what is asked for stands in the body here, and not behind '?'",
        ));
    }
    let Rows::One(Row(members)) = body::parse(&request.body)? else {
        return Err(wrong("", "the body is one object"));
    };
    let mut asked = Asked::default();
    let mut arguments = Vec::with_capacity(members.len());
    for (name, value) in members {
        if !asked.take(&name, &value)? {
            arguments.push((name, value));
        }
    }
    let items = match &asked.select {
        Some(select) => select::parse(select)?,
        None => vec![Item::All],
    };
    let scope = Scope::new(planning, table, &items)?;
    let (query, mut binder, rows) = graphql::rows(planning, table, &arguments)?;
    complexity::check(&scope, rows)?;
    if scope.is_grouped() {
        return Err(wrong("select", "select: aggregates are answered by GET"));
    }
    let query = Query {
        output: Output::Connection(asked.members(lower::fields(&mut binder, &scope)?)),
        ..query
    };
    let head = Head {
        media: Media::Json,
        columns: Vec::new(),
        body: true,
        applied: preferences.applied(false),
        explains: if preferences.explain {
            Explains::Beside
        } else {
            Explains::No
        },
    };
    let (values, later) = binder.finish_later();
    Ok(Planned::Run {
        shape: Shape {
            parts: vec![Part::Op(ShardOp::Read(query))],
        },
        values,
        later,
        respond: Respond {
            head,
            answer: Answer::Page,
        },
    })
}

/// What is asked for beside a collection's arguments.
#[derive(Default)]
struct Asked {
    select: Option<String>,
    total: bool,
}

impl Asked {
    /// Takes a member of the body, if it is one of these.
    fn take(&mut self, name: &str, value: &Value) -> Result<bool, ApiError> {
        match (name, value) {
            ("select", Value::String(select)) => self.select = Some(select.clone()),
            ("select", _) => return Err(wrong(name, "select: expected a text such as \"id,author(name)\"")),
            ("totalCount", Value::Bool(total)) => self.total = *total,
            ("totalCount", _) => return Err(wrong(name, "totalCount: expected true or false")),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn members(&self, rows: Vec<shard::op::Field>) -> Vec<ConnectionField> {
        let member = |key: &str, value| ConnectionField {
            key: key.to_owned(),
            value,
        };
        let told = [
            ("hasNextPage", PageInfoValue::HasNextPage),
            ("hasPreviousPage", PageInfoValue::HasPreviousPage),
            ("startCursor", PageInfoValue::StartCursor),
            ("endCursor", PageInfoValue::EndCursor),
        ];
        let told = told.map(|(key, value)| PageInfoField {
            key: key.to_owned(),
            value,
        });
        let mut members = vec![
            member("rows", ConnectionValue::Nodes(rows)),
            member("pageInfo", ConnectionValue::PageInfo(told.into())),
        ];
        if self.total {
            members.push(member("totalCount", ConnectionValue::TotalCount));
        }
        members
    }
}

fn wrong(argument: &str, what: &str) -> ApiError {
    let error = ApiError::new(Code::InvalidValue, what);
    if argument.is_empty() {
        error
    } else {
        error.with("argument", argument)
    }
}
