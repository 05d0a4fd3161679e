//! A statement under construction: its parameters within the platform's limit, its aliases, its marker's nonce.

use schema::stored::Stored;

use crate::op::Slot;

/// The most parameters of one statement (the platform's limit).
const MAX_PARAMS: usize = 100;

/// A compiled statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The SQL, with numbered parameters.
    pub sql: String,
    /// What is bound to `?1`, `?2` and so on.
    pub params: Vec<Param>,
}

/// What is bound to a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A value of the operation.
    Slot(Slot),
    /// The shard's secret, which marks what is rewritten in an answer.
    Nonce,
    /// The values of these slots as one JSON array: for operations with more values than a statement takes parameters.
    Packed(Vec<Slot>),
    /// Keys that a write returned, as a JSON array of arrays.
    Keys,
}

/// Collects what a statement needs while its text is written.
#[derive(Debug, Default)]
pub(super) struct Builder {
    params: Vec<Param>,
    packed: Vec<Slot>,
    aliases: u32,
    /// Whether any selected column needs the rewrite pass.
    pub(super) rewrites: bool,
}

impl Builder {
    /// The SQL of a page: LIMIT and OFFSET, with a row more to tell whether there is one. With a bare parameter as the limit,
    /// SQLite would plan with its value and so compile the statement again at each run, which takes ten times as long as
    /// reading a row. The sign hides it.
    pub(super) fn page(&mut self, limit: Option<Slot>, offset: Option<Slot>, more: bool) -> String {
        let limit = limit.map_or_else(
            || "-1".to_owned(),
            |slot| format!("+{}{}", self.slot(slot), if more { "+1" } else { "" }),
        );
        match offset {
            Some(offset) => format!(" LIMIT {limit} OFFSET {}", self.slot(offset)),
            None => format!(" LIMIT {limit}"),
        }
    }

    /// The SQL of a value. The same slot twice is one parameter.
    pub(super) fn slot(&mut self, slot: Slot) -> String {
        if let Some(at) = self.params.iter().position(|param| *param == Param::Slot(slot)) {
            return format!("?{}", at + 1);
        }
        // Three stay free: for the packed values, the nonce and the keys.
        if self.params.len() + 3 < MAX_PARAMS {
            return self.push(Param::Slot(slot));
        }
        let at = self
            .packed
            .iter()
            .position(|packed| *packed == slot)
            .unwrap_or_else(|| {
                self.packed.push(slot);
                self.packed.len() - 1
            });
        let list = self.param(
            |param| matches!(param, Param::Packed(_)),
            || Param::Packed(Vec::new()),
        );
        format!("({list}->>{at})")
    }

    /// The SQL of a value in a column's stored form, which a packed one is brought back to.
    pub(super) fn stored(&mut self, slot: Slot, stored: &Stored) -> String {
        let sql = self.slot(slot);
        if sql.starts_with('?') {
            sql
        } else {
            format!("({})", stored.from_json_sql(&sql))
        }
    }

    /// The SQL of the shard's secret.
    pub(super) fn nonce(&mut self) -> String {
        self.rewrites = true;
        self.param(|param| *param == Param::Nonce, || Param::Nonce)
    }

    /// The SQL of the keys that a write returned.
    pub(super) fn keys(&mut self) -> String {
        self.param(|param| *param == Param::Keys, || Param::Keys)
    }

    /// A new alias.
    pub(super) fn alias(&mut self) -> String {
        let alias = format!("t{}", self.aliases);
        self.aliases += 1;
        alias
    }

    /// The statement of that text.
    pub(super) fn finish(self, sql: String) -> Statement {
        let packed = self.packed;
        let params = self
            .params
            .into_iter()
            .map(|param| match param {
                Param::Packed(_) => Param::Packed(packed.clone()),
                other => other,
            })
            .collect();
        Statement { sql, params }
    }

    fn param(&mut self, is: impl Fn(&Param) -> bool, make: impl FnOnce() -> Param) -> String {
        match self.params.iter().position(is) {
            Some(at) => format!("?{}", at + 1),
            None => self.push(make()),
        }
    }

    fn push(&mut self, param: Param) -> String {
        self.params.push(param);
        format!("?{}", self.params.len())
    }
}
