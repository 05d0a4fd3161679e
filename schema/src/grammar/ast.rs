//! The tree of an expression or a SELECT, as it is written.

/// A name as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) value: String,
    /// Between backticks, and so never a word of the language.
    pub(crate) quoted: bool,
}

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expr {
    /// A column, perhaps qualified, or a function that takes no parentheses.
    Path(Vec<Name>),
    Null,
    /// `TRUE` and `FALSE`.
    Flag(bool),
    /// Digits as they are written.
    Number(String),
    Text(String),
    /// `x'41'`, `0x41`, `b'01'`: its bytes.
    Hex(Vec<u8>),
    /// `_utf8mb4'x'`: the introducer in small letters, and the literal.
    Introduced(String, Box<Expr>),
    Negate(Box<Expr>),
    Not(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// Operands of one operator, two or more.
    Logic(Logic, Vec<Expr>),
    IsNull(Box<Expr>),
    /// `IS TRUE` and `IS FALSE`.
    IsTruth(Box<Expr>, bool),
    Between(Box<[Expr; 3]>),
    In(Box<Expr>, Vec<Expr>),
    InQuery(Box<Expr>, Box<Query>),
    Like(Box<Like>),
    Regexp(Box<Expr>, Box<Expr>),
    Exists(Box<Query>),
    /// A function of the rows around each row.
    Window(Box<Call>, Box<Window>),
    Subquery(Box<Query>),
    Case {
        operand: Option<Box<Expr>>,
        branches: Vec<(Expr, Expr)>,
        otherwise: Option<Box<Expr>>,
    },
    Call(Box<Call>),
    Cast(Box<Expr>, TypeName),
    /// `BINARY x`: compared as bytes.
    AsBytes(Box<Expr>),
    Collate(Box<Expr>, String),
    /// A count of a unit, its name in capitals.
    Interval(Box<Expr>, String),
    Trim {
        side: TrimSide,
        what: Option<Box<Expr>>,
        from: Box<Expr>,
    },
}

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    /// `<=>`
    NullSafe,
    BitOr,
    BitAnd,
    ShiftLeft,
    ShiftRight,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// `DIV`
    WholeDivide,
    /// `%` and `MOD`
    Remainder,
    BitXor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Logic {
    And,
    Or,
    Xor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TrimSide {
    Both,
    Leading,
    Trailing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Like {
    pub(crate) value: Expr,
    pub(crate) pattern: Expr,
    pub(crate) escape: Option<Expr>,
}

/// A function's call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// In capitals, without quotes.
    pub(crate) name: String,
    pub(crate) distinct: bool,
    pub(crate) arguments: Arguments,
    /// `ORDER BY` within `GROUP_CONCAT`.
    pub(crate) order: Vec<Sort>,
    /// `SEPARATOR` within `GROUP_CONCAT`.
    pub(crate) separator: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arguments {
    /// `*`
    Star,
    List(Vec<Expr>),
}

/// The rows that a window function is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) partition: Vec<Expr>,
    pub(crate) order: Vec<Sort>,
    /// Which of them, in SQL's own words, which are SQLite's too.
    pub(crate) frame: Option<String>,
}

/// A type as CAST names it: its words in capitals, and the numbers in parentheses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeName {
    pub(crate) name: String,
    pub(crate) numbers: Vec<u64>,
}

/// A term of `ORDER BY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sort {
    pub(crate) by: Expr,
    pub(crate) descending: bool,
}

/// A SELECT with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) with: Vec<Common>,
    pub(crate) recursive: bool,
    pub(crate) body: Body,
    pub(crate) order: Vec<Sort>,
    pub(crate) limit: Option<Limit>,
}

/// A common table expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Common {
    pub(crate) name: Name,
    pub(crate) columns: Vec<Name>,
    pub(crate) query: Query,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) count: u64,
    pub(crate) offset: u64,
}

/// One SELECT or several that are put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    Select(Box<Select>),
    /// In parentheses.
    Nested(Box<Query>),
    Set {
        by: SetOperator,
        left: Box<Body>,
        right: Box<Body>,
    },
}

/// How the rows of two queries are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SetOperator {
    UnionAll,
    Union,
    Except,
    Intersect,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Select {
    pub(crate) distinct: bool,
    pub(crate) items: Vec<Item>,
    pub(crate) from: Vec<Joined>,
    pub(crate) filter: Option<Expr>,
    /// The byte behind what is read from: where conditions and groups stand.
    pub(crate) behind: usize,
    pub(crate) group: Vec<Expr>,
    pub(crate) having: Option<Expr>,
}

/// What a SELECT answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// `*`
    Star,
    /// `t.*`
    QualifiedStar(Vec<Name>),
    Expr {
        expr: Expr,
        alias: Option<Name>,
        /// As it is written: the column's name where there is no alias.
        text: String,
        /// The byte that it starts at.
        at: usize,
    },
}

/// A table and what is joined to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joined {
    pub(crate) first: Factor,
    pub(crate) joins: Vec<Join>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Join {
    pub(crate) kind: JoinKind,
    pub(crate) factor: Factor,
    pub(crate) condition: JoinCondition,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JoinKind {
    /// `JOIN`, `INNER JOIN`, `CROSS JOIN` and `STRAIGHT_JOIN` are the same in MySQL.
    Inner,
    Left,
    Right,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JoinCondition {
    None,
    On(Expr),
    Using(Vec<Name>),
    Natural,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Factor {
    Table {
        path: Vec<Name>,
        alias: Option<Name>,
        /// The byte that it starts at.
        at: usize,
    },
    Derived {
        query: Box<Query>,
        alias: Name,
        columns: Vec<Name>,
    },
    /// In parentheses.
    Nested(Box<Joined>),
}
