//! Parts of the documents in JSON columns: what is read of them, and what is asked.

use super::filter::{balanced, test};
use super::scope::Scope;
use super::statement::Builder;
use crate::error::ShardError;
use crate::op::{Comparison, Contains, JsonFilter, JsonPart, JsonTest, Slot, Within};
use schema::stored::{Cast, Stored, TextLimit};

/// How the text of a part compares: by its characters.
pub(super) const TEXT: Stored = Stored::Text {
    limit: TextLimit::Bytes(u64::MAX),
    fold_case: false,
    fixed: false,
};

/// A part of a document, as the SQL of both.
struct Part {
    document: String,
    path: String,
}

impl Part {
    fn of(
        builder: &mut Builder,
        scope: &Scope<'_>,
        column: schema::ColumnId,
        path: Option<Slot>,
    ) -> Result<Self, ShardError> {
        Ok(Self {
            document: scope.qualified(column)?,
            path: path.map_or_else(|| "'$'".to_owned(), |path| builder.slot(path)),
        })
    }

    /// SQL for the kind of value that is there; NULL where there is none.
    fn kind(&self) -> String {
        format!("json_type({},{})", self.document, self.path)
    }

    /// SQL for the part as it is written, without the mark of being JSON.
    fn written(&self) -> String {
        format!("(({}->{})||'')", self.document, self.path)
    }

    /// SQL for a number or the characters of a string.
    fn value(&self) -> String {
        format!("({}->>{})", self.document, self.path)
    }

    /// SQL for its text.
    fn text(&self) -> String {
        format!(
            "(CASE {} WHEN 'text' THEN {} WHEN 'null' THEN NULL ELSE {} END)",
            self.kind(),
            self.value(),
            self.written()
        )
    }
}

/// SQL for a part as the argument of another JSON function.
pub(super) fn output(
    builder: &mut Builder,
    scope: &Scope<'_>,
    part: &JsonPart,
) -> Result<String, ShardError> {
    let Part { document, path } = &Part::of(builder, scope, part.column, part.path)?;
    if !part.as_text {
        return Ok(format!("({document}->{path})"));
    }
    // A string stays as the document spells it, so that no character is lost on the way.
    Ok(format!(
        "json(CASE json_type({document},{path}) WHEN 'text' THEN {document}->{path} WHEN 'null' THEN 'null' \
         ELSE json_quote(({document}->{path})||'') END)"
    ))
}

/// SQL for a part as another type, as the argument of another JSON function.
pub(super) fn read(
    builder: &mut Builder,
    scope: &Scope<'_>,
    part: &JsonPart,
    cast: Cast,
) -> Result<String, ShardError> {
    let at = Part::of(builder, scope, part.column, part.path)?;
    let nonce = builder.nonce();
    Ok(if part.as_text {
        cast.read_sql(&at.text(), false, &nonce)
    } else {
        cast.read_sql(&at.written(), true, &nonce)
    })
}

/// How what is made of a part would be kept in a column, and the SQL of it.
pub(super) fn made(
    builder: &mut Builder,
    scope: &Scope<'_>,
    part: &JsonPart,
    cast: Option<Cast>,
) -> Result<Option<(Stored, String)>, ShardError> {
    let at = Part::of(builder, scope, part.column, part.path)?;
    Ok(match cast {
        None if part.as_text => Some((TEXT, at.text())),
        None => Some((Stored::Json, at.written())),
        Some(cast) => cast.parsed(&at.text(), !part.as_text),
    })
}

/// SQL for what rows are ordered by.
pub(super) fn ordered(
    builder: &mut Builder,
    scope: &Scope<'_>,
    part: &JsonPart,
) -> Result<String, ShardError> {
    let at = Part::of(builder, scope, part.column, part.path)?;
    Ok(if part.as_text { at.text() } else { at.value() })
}

/// SQL for a place in such an order, as a cursor keeps it: the path that it belongs to, and the value, which is a text.
pub(super) fn sealed(
    builder: &mut Builder,
    scope: &Scope<'_>,
    part: &JsonPart,
) -> Result<String, ShardError> {
    let at = Part::of(builder, scope, part.column, part.path)?;
    let value = if part.as_text {
        TEXT.log_sql(&at.text())
    } else {
        format!("CASE WHEN {} IS NOT NULL THEN {} END", at.value(), at.written())
    };
    Ok(format!("json_array({},{value})", at.path))
}

/// SQL for the value of a place that [`sealed`] wrote.
pub(super) fn placed(builder: &mut Builder, part: &JsonPart, slot: Slot) -> String {
    let value = builder.stored(slot, &TEXT);
    if part.as_text {
        value
    } else {
        format!("({value}->>'$')")
    }
}

/// The SQL of a test.
pub(super) fn condition(
    builder: &mut Builder,
    scope: &Scope<'_>,
    filter: &JsonFilter,
) -> Result<String, ShardError> {
    let at = Part::of(builder, scope, filter.column, filter.path)?;
    let part = match filter.path {
        Some(_) => format!("({}->{})", at.document, at.path),
        None => at.document.clone(),
    };
    let asked = match &filter.test {
        JsonTest::Text(asked) => return Ok(test(builder, &at.text(), &TEXT, asked)),
        JsonTest::IsMissing => return Ok(format!("{} IS NULL", at.kind())),
        JsonTest::Number(comparison, digits) => {
            let digits = builder.slot(*digits);
            let compared = number(*comparison, &at.value(), &at.written(), &digits);
            return Ok(format!("({} IN ('integer','real') AND {compared})", at.kind()));
        }
        JsonTest::String(comparison, text) => {
            let text = builder.stored(*text, &TEXT);
            return Ok(format!(
                "({} = 'text' AND {} {} {text})",
                at.kind(),
                at.value(),
                comparison.sql()
            ));
        }
        JsonTest::Any(assertions) => {
            let list = builder.slot(*assertions);
            let entry = builder.alias();
            let holds = assertion(builder, &part, &entry);
            exists(&format!("json_each({list}) AS {entry} WHERE {holds}"))
        }
        JsonTest::Contains(contained) => contains(builder, &part, contained),
        JsonTest::Within(around) => format!(
            "({} OR {})",
            within(builder, &part, around),
            alone(builder, &part, around)
        ),
        JsonTest::Keys { keys, all } => self::keys(builder, &part, *keys, *all),
    };
    // Neither true nor false where there is nothing, as everywhere in SQL.
    Ok(format!("(CASE WHEN {} IS NOT NULL THEN {asked} END)", at.kind()))
}

impl Comparison {
    const fn sql(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Gt => ">",
            Self::Gte => ">=",
            Self::Lt => "<",
            Self::Lte => "<=",
        }
    }

    const fn reversed_sql(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Gt => "<",
            Self::Gte => "<=",
            Self::Lt => ">",
            Self::Lte => ">=",
        }
    }
}

/// SQL that compares a number with digits that have no zeros to spare. Where both come to the same double their digits
/// decide, unless one is written with an exponent.
fn number(comparison: Comparison, value: &str, written: &str, digits: &str) -> String {
    let double = format!("CAST({digits} AS NUMERIC)");
    if comparison == Comparison::Eq {
        // What is the same double and begins with the digits has but zeros behind them.
        return format!(
            "({value} = {double} AND ({value} = 0 OR {written} = {digits} OR {written}||{digits} GLOB '*[eE]*' \
             OR rtrim({written},'0') IN ({digits},{digits}||'.')))"
        );
    }
    let plain =
        format!("CASE WHEN instr({written},'.') THEN rtrim(rtrim({written},'0'),'.') ELSE {written} END");
    let coarse = format!("{value} = 0 OR {written}||{digits} GLOB '*[eE]*'");
    let place = |digits: &str| format!("(instr({digits}||'.','.'),{digits})");
    let (ours, theirs) = (place(&format!("({plain})")), place(digits));
    let exactly = format!(
        "CASE WHEN {value} < 0 THEN {ours} {} {theirs} ELSE {ours} {} {theirs} END",
        comparison.reversed_sql(),
        comparison.sql()
    );
    match comparison {
        Comparison::Gte | Comparison::Lte => {
            let strictly = &comparison.sql()[..1];
            format!("({value} {strictly} {double} OR ({value} = {double} AND ({coarse} OR {exactly})))")
        }
        Comparison::Eq | Comparison::Gt | Comparison::Lt => format!(
            "({value} {0} {double} OR ({value} = {double} AND NOT ({coarse}) AND {exactly}))",
            comparison.sql()
        ),
    }
}

/// A value of a document: the SQL of its kind, of itself, and of how it is written.
struct Found<'a> {
    kind: &'a str,
    value: &'a str,
    written: &'a str,
}

/// SQL that a scalar is as an assertion says, whose kind is element `at` of the entry.
fn scalar(found: &Found<'_>, entry: &str, at: usize) -> String {
    let Found { kind, value, written } = found;
    let given = format!("{entry}.value->>{}", at + 1);
    format!(
        "CASE {entry}.value->>{at} WHEN 't' THEN {kind} = {given} WHEN 's' THEN {kind} = 'text' AND {value} = {given} \
         WHEN 'n' THEN {kind} IN ('integer','real') AND {} END",
        number(Comparison::Eq, value, written, &format!("({given})"))
    )
}

/// SQL that a document's part is as an assertion says. Never NULL.
fn assertion(builder: &mut Builder, document: &str, entry: &str) -> String {
    let element = builder.alias();
    let part = Part {
        document: document.to_owned(),
        path: format!("({entry}.value->>0)"),
    };
    let (kind, value, written) = (part.kind(), part.value(), part.written());
    let itself = scalar(
        &Found {
            kind: &kind,
            value: &value,
            written: &written,
        },
        entry,
        1,
    );
    let one = scalar(
        &Found {
            kind: &format!("{element}.type"),
            value: &format!("{element}.atom"),
            written: &format!("(({document}->({}||'['||{element}.key||']'))||'')", part.path),
        },
        entry,
        2,
    );
    let path = &part.path;
    let some = exists(&format!("json_each({document},{path}) AS {element} WHERE {one}"));
    format!(
        "ifnull(CASE {entry}.value->>1 \
         WHEN 'o' THEN {kind} = 'object' AND (SELECT count(*) FROM json_each({document},{path})) = {entry}.value->>2 \
         WHEN 'a' THEN {kind} = 'array' AND json_array_length({document},{path}) = {entry}.value->>2 \
         WHEN 'm' THEN {kind} = 'array' AND {some} \
         ELSE {itself} END,0)"
    )
}

fn contains(builder: &mut Builder, document: &str, contained: &Contains) -> String {
    let list = builder.slot(contained.assertions);
    let entry = builder.alias();
    let holds = assertion(builder, document, &entry);
    let broken = exists(&format!("json_each({list}) AS {entry} WHERE NOT {holds}"));
    let mut parts = vec![format!("NOT {broken}")];
    for (path, inner) in &contained.elements {
        let path = builder.slot(*path);
        let element = builder.alias();
        let inner = contains(builder, &format!("{element}.value"), inner);
        parts.push(exists(&format!(
            "json_each({document},{path}) AS {element} WHERE {}",
            compound(&element, &inner)
        )));
    }
    balanced(&parts, "AND").unwrap_or_default()
}

/// A condition on an element that is an object or array: the text of any other need not be JSON.
fn compound(element: &str, condition: &str) -> String {
    format!("CASE WHEN {element}.type IN ('object','array') THEN {condition} ELSE 0 END")
}

fn within(builder: &mut Builder, document: &str, around: &Within) -> String {
    let member = builder.alias();
    let entry = builder.alias();
    let kind = format!("{member}.type");
    let value = format!("{member}.atom");
    let (is, ways) = match around {
        Within::Object { scalars, nested } => {
            let list = builder.slot(*scalars);
            let found = Found {
                kind: &kind,
                value: &value,
                written: &format!("(({document}->({entry}.value->>1))||'')"),
            };
            let mut ways = vec![exists(&format!(
                "json_each({list}) AS {entry} WHERE {entry}.value->>0 = {member}.key AND {}",
                scalar(&found, &entry, 2)
            ))];
            for (key, inner) in nested {
                let key = builder.slot(*key);
                let inner = within(builder, &format!("{member}.value"), inner);
                ways.push(format!(
                    "({member}.key = {key} AND {})",
                    compound(&member, &inner)
                ));
            }
            ("object", ways)
        }
        Within::Array { scalars, nested } => {
            let list = builder.slot(*scalars);
            let found = Found {
                kind: &kind,
                value: &value,
                written: &format!("(({document}->{member}.key)||'')"),
            };
            let mut ways = vec![exists(&format!(
                "json_each({list}) AS {entry} WHERE {}",
                scalar(&found, &entry, 0)
            ))];
            for inner in nested {
                let inner = within(builder, &format!("{member}.value"), inner);
                ways.push(compound(&member, &inner));
            }
            ("array", ways)
        }
    };
    let any = balanced(&ways, "OR").unwrap_or_default();
    let stray = exists(&format!(
        "json_each({document}) AS {member} WHERE NOT ifnull({any},0)"
    ));
    format!("(json_type({document}) = '{is}' AND NOT {stray})")
}

/// SQL that a scalar document is an element of an array, which counts as contained in it.
fn alone(builder: &mut Builder, document: &str, around: &Within) -> String {
    let Within::Array { scalars, .. } = around else {
        return "0".to_owned();
    };
    let list = builder.slot(*scalars);
    let entry = builder.alias();
    let part = Part {
        document: document.to_owned(),
        path: "'$'".to_owned(),
    };
    let (kind, value, written) = (part.kind(), part.value(), part.written());
    let found = Found {
        kind: &kind,
        value: &value,
        written: &written,
    };
    exists(&format!(
        "json_each({list}) AS {entry} WHERE {}",
        scalar(&found, &entry, 0)
    ))
}

fn keys(builder: &mut Builder, document: &str, keys: Slot, all: bool) -> String {
    let list = builder.slot(keys);
    let (wanted, member) = (builder.alias(), builder.alias());
    let has = exists(&format!(
        "json_each({document}) AS {member} WHERE CASE WHEN json_type({document}) = 'object' THEN {member}.key \
         WHEN {member}.type = 'text' THEN {member}.atom END = {wanted}.value"
    ));
    if all {
        let without = exists(&format!("json_each({list}) AS {wanted} WHERE NOT {has}"));
        format!("NOT {without}")
    } else {
        exists(&format!("json_each({list}) AS {wanted} WHERE {has}"))
    }
}

/// SQL that there is a row. The condition stands in a subquery of its own: SQLite bounds the depth of expressions, and
/// counts anew there.
fn exists(rows: &str) -> String {
    format!("EXISTS (SELECT 1 FROM (SELECT 1 FROM {rows}))")
}
