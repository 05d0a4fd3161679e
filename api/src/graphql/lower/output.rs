//! What is answered: the members of rows, connections and payloads.

use codegen::graphql::Meaning;
use codegen::model::TypeRole;
use codegen::{ApiTable, Relation};
use schema::ColumnId;
use shard::op::{
    ConnectionField, ConnectionValue, EdgeField, EdgeValue, Field as Member, FieldValue, Found, JsonPart,
    Output, Page, PageInfoField, PageInfoValue, PayloadField, PayloadValue, Query, Related, Returning,
};

use super::{Lowering, children, misplaced};
use crate::error::ApiError;
use crate::graphql::prepared::{Field, Selection};
use crate::plan::json::{JsonPath, Part};

impl<'l> Lowering<'l> {
    /// The members of a row.
    pub(super) fn row_fields(
        &mut self,
        table: &'l ApiTable,
        selection: &'l Selection,
    ) -> Result<Vec<Member>, ApiError> {
        self.members(selection, |lowering, field, meaning| {
            let value = match meaning {
                Meaning::TypeName => FieldValue::Text(table.names.type_name.clone()),
                Meaning::NodeId => FieldValue::NodeId(table.names.type_name.clone()),
                Meaning::Etag => FieldValue::State,
                Meaning::Column(id) => lowering.column_value(table, id, field)?,
                Meaning::SearchScore => FieldValue::Found(Found::Score),
                Meaning::SearchSnippet => FieldValue::Found(Found::Snippet(lowering.snippet(table, field)?)),
                Meaning::Relation(position) => {
                    let relation = table.relations.get(position).ok_or_else(misplaced)?;
                    FieldValue::Related(Box::new(lowering.related(relation, field)?))
                }
                _ => return Err(misplaced()),
            };
            Ok(Member {
                key: field.key.clone(),
                value,
            })
        })
    }

    /// A column, or the part of its document that a path leads to.
    fn column_value(
        &mut self,
        table: &ApiTable,
        id: ColumnId,
        field: &'l Field,
    ) -> Result<FieldValue, ApiError> {
        let Some(path) = self.argument(field, "path")? else {
            return Ok(FieldValue::Column(id));
        };
        let column = table.column(id).ok_or_else(misplaced)?;
        let located = |error: ApiError| error.with("argument", "path");
        let path = JsonPath::read(&path).map_err(located)?;
        let part = Part::new(&mut self.binder, column, &path).map_err(located)?;
        Ok(FieldValue::Json(JsonPart {
            column: id,
            path: part.path,
            as_text: false,
        }))
    }

    fn related(&mut self, relation: &'l Relation, field: &'l Field) -> Result<Related, ApiError> {
        let target = self.table(relation.target)?;
        let query = if relation.is_to_one() {
            let outside = self.complexity.enter(1);
            let fields = self.row_fields(target, children(field)?)?;
            self.complexity.leave(outside);
            Query {
                table: target.id,
                filter: None,
                order: Vec::new(),
                page: Page::default(),
                output: Output::One(fields),
            }
        } else {
            self.collection(target, &relation.join, field)?
        };
        Ok(Related {
            join: relation.join.clone(),
            query,
        })
    }

    /// The members of a connection.
    pub(super) fn connection(
        &mut self,
        table: &'l ApiTable,
        selection: &'l Selection,
    ) -> Result<Output, ApiError> {
        let members = self.members(selection, |lowering, field, meaning| {
            let value = match meaning {
                Meaning::TypeName => ConnectionValue::Text(table.type_for(TypeRole::Connection)),
                Meaning::Edges => ConnectionValue::Edges(lowering.edges(table, children(field)?)?),
                Meaning::Nodes => ConnectionValue::Nodes(lowering.row_fields(table, children(field)?)?),
                Meaning::PageInfo => ConnectionValue::PageInfo(lowering.page_info(children(field)?)?),
                Meaning::TotalCount => ConnectionValue::TotalCount,
                Meaning::Aggregate => {
                    let members = lowering.aggregates(table, TypeRole::Aggregate, &[], children(field)?)?;
                    ConnectionValue::Aggregate(members)
                }
                Meaning::Groups => ConnectionValue::Groups(Box::new(lowering.groups(table, field)?)),
                _ => return Err(misplaced()),
            };
            Ok(ConnectionField {
                key: field.key.clone(),
                value,
            })
        })?;
        Ok(Output::Connection(members))
    }

    fn edges(&mut self, table: &'l ApiTable, selection: &'l Selection) -> Result<Vec<EdgeField>, ApiError> {
        self.members(selection, |lowering, field, meaning| {
            let value = match meaning {
                Meaning::TypeName => EdgeValue::Text(table.type_for(TypeRole::Edge)),
                Meaning::Cursor => EdgeValue::Cursor,
                Meaning::EdgeNode => EdgeValue::Node(lowering.row_fields(table, children(field)?)?),
                _ => return Err(misplaced()),
            };
            Ok(EdgeField {
                key: field.key.clone(),
                value,
            })
        })
    }

    fn page_info(&mut self, selection: &'l Selection) -> Result<Vec<PageInfoField>, ApiError> {
        self.members(selection, |_, field, meaning| {
            let value = match meaning {
                Meaning::TypeName => PageInfoValue::Text("PageInfo".to_owned()),
                Meaning::HasNextPage => PageInfoValue::HasNextPage,
                Meaning::HasPreviousPage => PageInfoValue::HasPreviousPage,
                Meaning::StartCursor => PageInfoValue::StartCursor,
                Meaning::EndCursor => PageInfoValue::EndCursor,
                _ => return Err(misplaced()),
            };
            Ok(PageInfoField {
                key: field.key.clone(),
                value,
            })
        })
    }

    /// What a write of at most so many rows answers.
    pub(super) fn payload(
        &mut self,
        table: &'l ApiTable,
        role: TypeRole,
        field: &'l Field,
        rows: u64,
    ) -> Result<Returning, ApiError> {
        let outside = self.complexity.enter(rows);
        let members = self.members(children(field)?, |lowering, field, meaning| {
            let value = match meaning {
                Meaning::TypeName => PayloadValue::Text(table.type_for(role)),
                Meaning::AffectedCount => PayloadValue::AffectedCount,
                Meaning::Records => PayloadValue::Records(lowering.row_fields(table, children(field)?)?),
                _ => return Err(misplaced()),
            };
            Ok(PayloadField {
                key: field.key.clone(),
                value,
            })
        })?;
        self.complexity.leave(outside);
        Ok(Returning::Payload(members))
    }

    pub(super) fn members<M>(
        &mut self,
        selection: &'l Selection,
        mut member: impl FnMut(&mut Self, &'l Field, Meaning) -> Result<M, ApiError>,
    ) -> Result<Vec<M>, ApiError> {
        selection
            .included(self.values)
            .into_iter()
            .map(|field| member(self, field, field.meaning))
            .collect()
    }
}
