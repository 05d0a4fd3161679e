//! Reads a column's definition.

use super::data_type::{self, TypeSpec, as_bytes};
use super::draft::{CheckDraft, TextDefaults, ident, is_binary_collation};
use super::keys;
use super::literal::{Literal, LiteralDefault, default_value};
use crate::read::cursor::{Cursor, Finding, Placed};
use crate::read::lexer::Kind;
use crate::read::unkept::{Tally, Unkept};
use crate::{Column, ColumnType, DefaultValue, Generated, Ident, IntWidth};

/// A column, and what its definition says about its table.
#[derive(Debug, Clone)]
pub(super) struct ColumnDraft {
    pub(super) column: Column,
    pub(super) at: usize,
    pub(super) unique: bool,
    pub(super) primary: bool,
    pub(super) checks: Vec<CheckDraft>,
}

/// What a definition says, in whatever order.
#[derive(Debug, Default)]
struct Said {
    not_null: bool,
    literal: Option<Placed<Literal>>,
    default: Option<DefaultValue>,
    on_update_now: bool,
    auto_increment: bool,
    generated: Option<Generated>,
    collation: Option<String>,
    srid: Option<u32>,
    comment: Option<String>,
    unique: bool,
    primary: bool,
    checks: Vec<CheckDraft>,
}

/// Reads the definition that is next: a name, a type and attributes.
pub(super) fn read(
    cursor: &mut Cursor<'_>,
    table: &Ident,
    text: TextDefaults,
    tally: &mut Tally<usize>,
) -> Result<ColumnDraft, Finding> {
    let at = cursor.place();
    let name = ident(&cursor.name()?)?;
    let mut spec = data_type::read(cursor)?;
    let mut said = Said::default();
    let label = format!("{table}.{name}");
    let mut attributes = Attributes {
        cursor,
        said: &mut said,
        spec: &mut spec,
        tally,
        label: &label,
    };
    attributes.read()?;
    note_type(&spec, at, &label, tally);
    if spec.serial {
        said.not_null = true;
        said.auto_increment = true;
        said.unique = !said.primary;
    }
    finish(name, at, (spec, said, text), (&label, tally))
}

fn note_type(spec: &TypeSpec, at: usize, label: &str, tally: &mut Tally<usize>) {
    if spec.zerofill {
        tally.note(Unkept::Zerofill, at, label);
    }
    if spec.as_text {
        tally.note(Unkept::MariaDbType, at, label);
    }
    if spec.rounded {
        tally.note(Unkept::FloatDigits, at, label);
    }
}

fn finish(
    name: Ident,
    at: usize,
    (spec, mut said, text): (TypeSpec, Said, TextDefaults),
    (label, tally): (&str, &mut Tally<usize>),
) -> Result<ColumnDraft, Finding> {
    let column_type = resolved_type(&spec, &said, text);
    let binary_collation = column_type.is_text() && compares_bytes(&spec, &said, text);
    if let Some(literal) = said.literal.take() {
        said.default = literal_default(
            &column_type,
            &literal,
            said.not_null || said.primary,
            (label, tally),
        )?;
    }
    Ok(ColumnDraft {
        column: Column {
            name,
            column_type,
            nullable: !said.not_null && !said.primary,
            default: said.default,
            on_update_now: said.on_update_now,
            auto_increment: said.auto_increment,
            generated: said.generated,
            binary_collation,
            comment: said.comment,
        },
        at,
        unique: said.unique,
        primary: said.primary,
        checks: said.checks,
    })
}

fn resolved_type(spec: &TypeSpec, said: &Said, text: TextDefaults) -> ColumnType {
    let tiny = ColumnType::Int {
        width: IntWidth::Tiny,
        unsigned: false,
    };
    match &spec.column_type {
        // TINYINT(1) is a boolean by custom only: a counter or a default such as 2 says otherwise.
        ColumnType::Boolean if said.auto_increment => tiny,
        ColumnType::Boolean => match &said.literal {
            Some(literal) if !matches!(literal.value, Literal::Null) => {
                let fits = default_value(&ColumnType::Boolean, &literal.value).is_some();
                let number = default_value(&tiny, &literal.value).is_some();
                if !fits && number {
                    tiny
                } else {
                    ColumnType::Boolean
                }
            }
            _ => ColumnType::Boolean,
        },
        ColumnType::Geometry { kind, .. } => ColumnType::Geometry {
            kind: *kind,
            srid: said.srid,
        },
        other => {
            let bytes = match (&said.collation, &spec.charset) {
                (Some(collation), _) => collation.eq_ignore_ascii_case("binary"),
                (None, Some(_)) => false,
                (None, None) => text.bytes,
            };
            if bytes {
                as_bytes(other.clone())
            } else {
                other.clone()
            }
        }
    }
}

fn compares_bytes(spec: &TypeSpec, said: &Said, text: TextDefaults) -> bool {
    match (&said.collation, &spec.charset) {
        _ if spec.binary => true,
        (Some(collation), _) => is_binary_collation(collation),
        (None, Some(_)) => false,
        (None, None) => text.binary_collation,
    }
}

/// The default that a literal is, for a column of that type.
pub(super) fn literal_default(
    column_type: &ColumnType,
    literal: &Placed<Literal>,
    not_null: bool,
    (label, tally): (&str, &mut Tally<usize>),
) -> Result<Option<DefaultValue>, Finding> {
    let refused = |message: String| Finding {
        code: "invalid-default",
        message,
        at: literal.at,
    };
    if literal.value == Literal::Null {
        return if not_null {
            Err(refused(format!(
                "{label} is NOT NULL, so its default cannot be NULL"
            )))
        } else {
            Ok(None)
        };
    }
    match default_value(column_type, &literal.value) {
        Some(LiteralDefault::Value(value)) => Ok(Some(DefaultValue::Value(value))),
        Some(LiteralDefault::ZeroDate) => {
            tally.note(Unkept::ZeroDateDefault, literal.at, label);
            Ok(None)
        }
        None => Err(refused(format!("{label} cannot hold its default"))),
    }
}

/// Reads a default: a literal to be fitted to the column's type, or a default that needs no fitting.
pub(super) fn read_default(
    cursor: &mut Cursor<'_>,
) -> Result<Result<Placed<Literal>, DefaultValue>, Finding> {
    let at = cursor.place();
    if let Some(value) = Literal::take(cursor)? {
        return Ok(Ok(Placed { value, at }));
    }
    if cursor.sees_mark("(") {
        return Ok(expression_default(cursor.parenthesized()?));
    }
    if take_now(cursor) {
        return Ok(Err(DefaultValue::Now));
    }
    // MariaDB prints calls without parentheses around them.
    let mark = cursor.mark_position();
    if matches!(cursor.peek(), Some(Kind::Word(_))) && cursor.peek_nth(1) == Some(&Kind::Mark("(")) {
        cursor.advance();
        cursor.skip_group()?;
        return Ok(Err(DefaultValue::Expression(cursor.text_since(mark).to_owned())));
    }
    if cursor.eat_any(&["CURRENT_DATE", "CURRENT_TIME"]) {
        return Ok(Err(DefaultValue::Expression(cursor.text_since(mark).to_owned())));
    }
    Err(cursor.expected("a default: a literal, CURRENT_TIMESTAMP or an expression in parentheses"))
}

/// What an expression in parentheses is: `MySQL` takes literals for TEXT, BLOB and JSON only so.
pub(crate) fn expression_default(expression: Placed<String>) -> Result<Placed<Literal>, DefaultValue> {
    if let Ok(mut inner) = Cursor::new(&expression.value, expression.at) {
        let start = inner.clone();
        if let Ok(Some(value)) = Literal::take(&mut inner)
            && inner.at_end()
        {
            return Ok(Placed {
                value,
                at: expression.at,
            });
        }
        inner = start;
        if take_now(&mut inner) && inner.at_end() {
            return Err(DefaultValue::Now);
        }
    }
    Err(DefaultValue::Expression(expression.value))
}

/// `CURRENT_TIMESTAMP`, `NOW()` and their like.
fn take_now(cursor: &mut Cursor<'_>) -> bool {
    let called = cursor.peek_nth(1) == Some(&Kind::Mark("("));
    let now = cursor.eat_any(&["CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP"])
        || (called && cursor.eat_any(&["NOW"]));
    if now && cursor.eat_mark("(") {
        if matches!(cursor.peek(), Some(Kind::Number(_))) {
            cursor.advance();
        }
        cursor.eat_mark(")");
    }
    now
}

struct Attributes<'c, 't, 'o> {
    cursor: &'c mut Cursor<'t>,
    said: &'o mut Said,
    spec: &'o mut TypeSpec,
    tally: &'o mut Tally<usize>,
    label: &'o str,
}

impl Attributes<'_, '_, '_> {
    fn read(&mut self) -> Result<(), Finding> {
        loop {
            if self.cursor.at_end() || self.cursor.sees_mark(",") || self.cursor.sees_mark(")") {
                return Ok(());
            }
            // Where ALTER TABLE puts the column.
            if self.cursor.sees_any(&["FIRST", "AFTER"]) {
                return Ok(());
            }
            let taken = self.value_attribute()? || self.key_attribute()? || self.shape_attribute()?;
            if !taken {
                return Err(self.cursor.expected("an attribute of the column, ',' or ')'"));
            }
        }
    }

    fn value_attribute(&mut self) -> Result<bool, Finding> {
        let cursor = &mut *self.cursor;
        if cursor.eat_all(&["NOT", "NULL"]) {
            self.said.not_null = true;
        } else if cursor.eat("NULL") {
        } else if cursor.eat_all(&["SERIAL", "DEFAULT", "VALUE"]) {
            self.spec.serial = true;
        } else if cursor.eat("DEFAULT") {
            match read_default(cursor)? {
                Ok(literal) => self.said.literal = Some(literal),
                Err(default) => self.said.default = Some(default),
            }
        } else if cursor.eat_all(&["ON", "UPDATE"]) {
            if !take_now(cursor) {
                return Err(cursor.expected("CURRENT_TIMESTAMP"));
            }
            self.said.on_update_now = true;
        } else if cursor.eat("AUTO_INCREMENT") {
            self.said.auto_increment = true;
        } else if cursor.eat("COMMENT") {
            self.said.comment = Some(cursor.text()?).filter(|comment| !comment.is_empty());
        } else if cursor.eat_all(&["GENERATED", "ALWAYS", "AS"]) || cursor.eat("AS") {
            let expression = cursor.parenthesized()?.value;
            let stored = cursor.eat_any(&["STORED", "PERSISTENT"]);
            cursor.eat("VIRTUAL");
            self.said.generated = Some(Generated { expression, stored });
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn key_attribute(&mut self) -> Result<bool, Finding> {
        let cursor = &mut *self.cursor;
        if cursor.eat("UNIQUE") {
            cursor.eat("KEY");
            self.said.unique = true;
        } else if cursor.eat_all(&["PRIMARY", "KEY"]) || cursor.eat_all(&["PRIMARY"]) || cursor.eat("KEY") {
            self.said.primary = true;
        } else if cursor.sees_any(&["CONSTRAINT", "CHECK"]) {
            let name = keys::constraint_name(cursor)?;
            let check = keys::check(cursor, name)?;
            self.said.checks.push(check);
        } else if cursor.sees("REFERENCES") {
            self.tally
                .note(Unkept::InlineReference, cursor.place(), self.label);
            keys::references(cursor)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn shape_attribute(&mut self) -> Result<bool, Finding> {
        let cursor = &mut *self.cursor;
        if cursor.eat("COLLATE") {
            cursor.eat_mark("=");
            self.said.collation = Some(cursor.name()?.value);
        } else if cursor.eat_all(&["CHARACTER", "SET"]) || cursor.eat("CHARSET") {
            self.spec.charset = Some(cursor.name()?.value);
        } else if cursor.eat("INVISIBLE") {
            self.tally
                .note(Unkept::InvisibleColumn, cursor.place(), self.label);
        } else if cursor.eat("SRID") || cursor.eat("REF_SYSTEM_ID") {
            cursor.eat_mark("=");
            self.said.srid = u32::try_from(cursor.whole()?).ok();
        } else if cursor.eat_any(&[
            "COLUMN_FORMAT",
            "STORAGE",
            "ENGINE_ATTRIBUTE",
            "SECONDARY_ENGINE_ATTRIBUTE",
        ]) {
            cursor.eat_mark("=");
            cursor.advance();
        } else if cursor.eat_any(&["WITH", "WITHOUT"]) {
            self.tally
                .note(Unkept::SystemVersioning, cursor.place(), self.label);
            cursor.expect("SYSTEM")?;
            cursor.expect("VERSIONING")?;
        } else {
            return Ok(cursor.eat_any(&["VISIBLE", "VIRTUAL", "STORED", "PERSISTENT", "BINARY"]));
        }
        Ok(true)
    }
}
