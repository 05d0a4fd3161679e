//! The expression as it was written, without what the parser keeps beside it.

use super::typed::Typed;
use crate::Column;
pub(super) use crate::grammar::ast::Logic;

/// An expression.
#[derive(Debug, Clone)]
pub(super) enum Node<'a> {
    Column(&'a Column),
    /// What the query around it has translated already: a column of what it reads from, an aggregate, a subquery.
    Ready(Box<Typed>),
    Null,
    /// `TRUE` and `FALSE`.
    Flag(bool),
    /// Digits as they were written.
    Number(String),
    String(String),
    /// `x'41'`, `0x41`, `b'01'`: its bytes.
    Hex(Vec<u8>),
    Negate(Box<Node<'a>>),
    Not(Box<Node<'a>>),
    Arithmetic(Arithmetic, Box<Node<'a>>, Box<Node<'a>>),
    Compare(Comparison, Box<Node<'a>>, Box<Node<'a>>),
    /// `AND`, `OR` or `XOR` of all of them.
    Logic(Logic, Vec<Node<'a>>),
    Between(Box<[Node<'a>; 3]>),
    In(Box<Node<'a>>, Vec<Node<'a>>),
    Like {
        value: Box<Node<'a>>,
        pattern: String,
        escape: char,
    },
    IsNull(Box<Node<'a>>),
    /// `IS TRUE` and `IS FALSE`.
    IsTruth(Box<Node<'a>>, bool),
    /// Conditions with their results, and what stands after `ELSE`.
    Case(Vec<(Node<'a>, Node<'a>)>, Box<Node<'a>>),
    /// A function by its name in capitals.
    Call(String, Vec<Node<'a>>),
    Cast(Box<Node<'a>>, CastTo),
    Collate(Box<Node<'a>>, String),
    /// A moment some whole units later.
    Later(Box<Node<'a>>, i64, Unit),
    /// `TRIM` of one character on the sides that are told.
    Trim(Box<Node<'a>>, char, TrimSide),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    WholeDivide,
    Remainder,
    BitAnd,
    BitOr,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    /// `<=>`
    NullSafe,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CastTo {
    Signed,
    Unsigned,
    /// With the most characters, where it says.
    Char(Option<u32>),
    Decimal {
        precision: u8,
        scale: u8,
    },
    Date,
    Datetime(u8),
    Double,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Month,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TrimSide {
    Both,
    Left,
    Right,
}

impl Comparison {
    /// The same comparison with its operands exchanged.
    pub(super) fn flipped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            other => other,
        }
    }

    pub(super) fn sql(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::NullSafe => "IS",
        }
    }

    pub(super) fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual | Self::NullSafe)
    }
}

impl<'a> Node<'a> {
    /// Calls `visit` with each column, as often as it stands there.
    pub(super) fn each_column(&self, visit: &mut dyn FnMut(&'a Column)) {
        match self {
            Self::Column(column) => visit(column),
            Self::Ready(_)
            | Self::Null
            | Self::Flag(_)
            | Self::Number(_)
            | Self::String(_)
            | Self::Hex(_) => {}
            Self::Negate(inner)
            | Self::Not(inner)
            | Self::IsNull(inner)
            | Self::IsTruth(inner, _)
            | Self::Cast(inner, _)
            | Self::Collate(inner, _)
            | Self::Later(inner, ..)
            | Self::Trim(inner, ..)
            | Self::Like { value: inner, .. } => inner.each_column(visit),
            Self::Arithmetic(_, left, right) | Self::Compare(_, left, right) => {
                left.each_column(visit);
                right.each_column(visit);
            }
            Self::Logic(_, parts) | Self::Call(_, parts) => {
                parts.iter().for_each(|part| part.each_column(visit));
            }
            Self::Between(parts) => parts.iter().for_each(|part| part.each_column(visit)),
            Self::In(value, list) => {
                value.each_column(visit);
                list.iter().for_each(|part| part.each_column(visit));
            }
            Self::Case(branches, otherwise) => {
                for (condition, result) in branches {
                    condition.each_column(visit);
                    result.each_column(visit);
                }
                otherwise.each_column(visit);
            }
        }
    }
}
