//! Why an expression is refused.

use crate::Ident;

/// Why an expression of MySQL cannot be kept. The message says what and what to do, and may be shown to users.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExprError {
    /// It is no expression of MySQL.
    #[error("the expression cannot be read: {message}")]
    Syntax {
        /// What the parser met, and where.
        message: String,
    },
    /// It names a column that the table has not.
    #[error("the expression names the column '{name}', which the table has not")]
    UnknownColumn {
        /// The name as it was written.
        name: String,
    },
    /// It uses something that has no exact meaning here.
    #[error("not supported in an expression: {what}")]
    NotSupported {
        /// What it is, and why where that helps.
        what: String,
    },
    /// Its constant is no value of the column's type.
    #[error("the expression does not fit the column '{column}': {message}")]
    Value {
        /// The column that the expression is for.
        column: Ident,
        /// What was expected and what came.
        message: String,
    },
}

impl ExprError {
    pub(crate) fn unsupported(what: impl Into<String>) -> Self {
        Self::NotSupported { what: what.into() }
    }

    pub(crate) fn syntax(message: impl Into<String>) -> Self {
        Self::Syntax {
            message: message.into(),
        }
    }
}
