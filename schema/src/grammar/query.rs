//! SELECTs (MySQL manual, "SELECT Statement", "JOIN Clause", "UNION Clause", "WITH").

use super::Parser;
use super::ast::{
    Body, Common, Factor, Item, Join, JoinCondition, JoinKind, Joined, Limit, Name, Query, Select,
    SetOperator, Window,
};
use crate::expr::ExprError;
use crate::read::lexer::Kind;

/// Words that end a table or a selected value, and so are no alias without `AS`.
const RESERVED: [&str; 26] = [
    "FROM",
    "WHERE",
    "GROUP",
    "HAVING",
    "ORDER",
    "LIMIT",
    "UNION",
    "EXCEPT",
    "INTERSECT",
    "JOIN",
    "INNER",
    "LEFT",
    "RIGHT",
    "CROSS",
    "NATURAL",
    "STRAIGHT_JOIN",
    "ON",
    "USING",
    "FOR",
    "LOCK",
    "WINDOW",
    "PROCEDURE",
    "INTO",
    "USE",
    "FORCE",
    "IGNORE",
];

fn set(by: SetOperator, left: Body, right: Body) -> Body {
    Body::Set {
        by,
        left: Box::new(left),
        right: Box::new(right),
    }
}

impl Parser<'_> {
    /// A SELECT with what stands around it.
    pub(super) fn query(&mut self) -> Result<Query, ExprError> {
        self.nested(Self::whole_query)
    }

    fn whole_query(&mut self) -> Result<Query, ExprError> {
        let mut recursive = false;
        let with = if self.cursor.eat("WITH") {
            recursive = self.cursor.eat("RECURSIVE");
            self.list(Self::common)?
        } else {
            Vec::new()
        };
        let body = self.union()?;
        let order = if self.cursor.eat_all(&["ORDER", "BY"]) {
            self.list(Self::sort)?
        } else {
            Vec::new()
        };
        let limit = self.cursor.eat("LIMIT").then(|| self.limit()).transpose()?;
        if self
            .cursor
            .sees_any(&["FOR", "LOCK", "INTO", "PROCEDURE", "WINDOW"])
        {
            return Err(ExprError::unsupported(
                "FOR UPDATE, LOCK, INTO and WINDOW in a SELECT",
            ));
        }
        Ok(Query {
            with,
            recursive,
            body,
            order,
            limit,
        })
    }

    fn common(&mut self) -> Result<Common, ExprError> {
        let name = self.name()?;
        let columns = self.column_names()?;
        self.expect("AS")?;
        self.expect_mark("(")?;
        let query = self.query()?;
        self.expect_mark(")")?;
        Ok(Common { name, columns, query })
    }

    /// Names in parentheses, if there are any.
    fn column_names(&mut self) -> Result<Vec<Name>, ExprError> {
        if !self.cursor.eat_mark("(") {
            return Ok(Vec::new());
        }
        let names = self.list(Self::name)?;
        self.expect_mark(")")?;
        Ok(names)
    }

    /// `LIMIT count`, `LIMIT offset, count`, `LIMIT count OFFSET offset`.
    fn limit(&mut self) -> Result<Limit, ExprError> {
        let first = self.cursor.whole().map_err(super::refusal)?;
        let second = |parser: &mut Self| parser.cursor.whole().map_err(super::refusal);
        if self.cursor.eat_mark(",") {
            let count = second(self)?;
            return Ok(Limit { count, offset: first });
        }
        let offset = if self.cursor.eat("OFFSET") {
            second(self)?
        } else {
            0
        };
        Ok(Limit { count: first, offset })
    }

    fn union(&mut self) -> Result<Body, ExprError> {
        let mut left = self.intersection()?;
        let mut links = 0;
        loop {
            let by = if self.cursor.eat("UNION") {
                SetOperator::Union
            } else if self.cursor.eat("EXCEPT") {
                SetOperator::Except
            } else {
                return Ok(left);
            };
            Self::another(&mut links)?;
            let by = self.all_or_distinct(by)?;
            left = set(by, left, self.intersection()?);
        }
    }

    /// INTERSECT comes before what is added or taken away.
    fn intersection(&mut self) -> Result<Body, ExprError> {
        let mut left = self.term()?;
        let mut links = 0;
        while self.cursor.eat("INTERSECT") {
            Self::another(&mut links)?;
            let by = self.all_or_distinct(SetOperator::Intersect)?;
            left = set(by, left, self.term()?);
        }
        Ok(left)
    }

    fn all_or_distinct(&mut self, by: SetOperator) -> Result<SetOperator, ExprError> {
        if !self.cursor.eat("ALL") {
            self.cursor.eat("DISTINCT");
            return Ok(by);
        }
        match by {
            SetOperator::Union => Ok(SetOperator::UnionAll),
            _ => Err(ExprError::unsupported("EXCEPT ALL and INTERSECT ALL")),
        }
    }

    fn term(&mut self) -> Result<Body, ExprError> {
        if self.cursor.eat_mark("(") {
            let query = self.query()?;
            self.expect_mark(")")?;
            return Ok(Body::Nested(Box::new(query)));
        }
        self.select().map(|select| Body::Select(Box::new(select)))
    }

    fn select(&mut self) -> Result<Select, ExprError> {
        self.expect("SELECT")?;
        let mut distinct = false;
        loop {
            if self.cursor.eat_any(&["DISTINCT", "DISTINCTROW"]) {
                distinct = true;
            } else if !self.cursor.eat_any(&[
                "ALL",
                "HIGH_PRIORITY",
                "STRAIGHT_JOIN",
                "SQL_SMALL_RESULT",
                "SQL_BIG_RESULT",
                "SQL_BUFFER_RESULT",
                "SQL_NO_CACHE",
                "SQL_CALC_FOUND_ROWS",
            ]) {
                break;
            }
        }
        let outside = self.windows_ahead()?;
        let items = self.list(Self::item)?;
        let from = if self.cursor.eat("FROM") && !self.cursor.eat("DUAL") {
            self.list(Self::joined)?
        } else {
            Vec::new()
        };
        let behind = self.cursor.place();
        let filter = self.cursor.eat("WHERE").then(|| self.expr()).transpose()?;
        let group = if self.cursor.eat_all(&["GROUP", "BY"]) {
            self.list(|parser| parser.sort().map(|term| term.by))?
        } else {
            Vec::new()
        };
        if self.cursor.eat_all(&["WITH", "ROLLUP"]) {
            return Err(ExprError::unsupported("WITH ROLLUP"));
        }
        let having = self.cursor.eat("HAVING").then(|| self.expr()).transpose()?;
        if self.cursor.eat("WINDOW") {
            self.list(Self::named_window)?;
        }
        self.windows = outside;
        Ok(Select {
            distinct,
            items,
            from,
            filter,
            behind,
            group,
            having,
        })
    }

    /// Reads the windows that are named behind what is selected, which goes by these names. Answers those of the SELECT around.
    fn windows_ahead(&mut self) -> Result<Vec<(String, Window)>, ExprError> {
        const ENDS: [&str; 5] = ["UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT"];
        let start = self.cursor.mark_position();
        let outside = std::mem::take(&mut self.windows);
        while !self.cursor.at_end() && !self.cursor.sees_mark(")") && !self.cursor.sees_any(&ENDS) {
            if self.cursor.sees("WINDOW") && self.cursor.sees_nth(2, "AS") {
                self.cursor.advance();
                self.list(|parser| {
                    let named = parser.named_window()?;
                    parser.windows.push(named);
                    Ok(())
                })?;
                break;
            }
            if !self.cursor.sees_mark("(") || self.cursor.skip_group().is_err() {
                self.cursor.advance();
            }
        }
        self.cursor.return_to(start);
        Ok(outside)
    }

    /// `name AS (…)`
    fn named_window(&mut self) -> Result<(String, Window), ExprError> {
        let name = self.name()?.value;
        self.expect("AS")?;
        self.expect_mark("(")?;
        Ok((name, self.window_within()?))
    }

    fn item(&mut self) -> Result<Item, ExprError> {
        if self.cursor.eat_mark("*") {
            return Ok(Item::Star);
        }
        if let Some(path) = self.qualified_star()? {
            return Ok(Item::QualifiedStar(path));
        }
        let (start, at) = (self.cursor.mark_position(), self.cursor.place());
        let expr = self.expr()?;
        let text = self.cursor.text_since(start).to_owned();
        let alias = self.alias(true)?;
        Ok(Item::Expr {
            expr,
            alias,
            text,
            at,
        })
    }

    /// `t.*` and `db.t.*`
    fn qualified_star(&mut self) -> Result<Option<Vec<Name>>, ExprError> {
        let is_name = |kind: Option<&Kind>| matches!(kind, Some(Kind::Word(_) | Kind::Name(_)));
        let mut names = 0;
        while is_name(self.cursor.peek_nth(names * 2))
            && matches!(self.cursor.peek_nth(names * 2 + 1), Some(Kind::Mark(".")))
        {
            names += 1;
        }
        if names == 0 || !matches!(self.cursor.peek_nth(names * 2), Some(Kind::Mark("*"))) {
            return Ok(None);
        }
        let mut path = Vec::with_capacity(names);
        for _ in 0..names {
            path.push(self.name()?);
            self.expect_mark(".")?;
        }
        self.expect_mark("*")?;
        Ok(Some(path))
    }

    /// `AS name`, or a name by itself. A selected value's may be a text.
    fn alias(&mut self, of_value: bool) -> Result<Option<Name>, ExprError> {
        let told = self.cursor.eat("AS");
        if let (true, Some(Kind::Text(_))) = (of_value, self.cursor.peek()) {
            let value = self.text()?;
            return Ok(Some(Name { value, quoted: true }));
        }
        let is_alias = match self.cursor.peek() {
            Some(Kind::Name(_)) => true,
            Some(Kind::Word(word)) => {
                told || !RESERVED
                    .iter()
                    .any(|reserved| word.eq_ignore_ascii_case(reserved))
            }
            _ => false,
        };
        if is_alias {
            return self.name().map(Some);
        }
        if told {
            return Err(self.expected("a name"));
        }
        Ok(None)
    }

    fn joined(&mut self) -> Result<Joined, ExprError> {
        let first = self.factor()?;
        let mut joins = Vec::new();
        while let Some(join) = self.join()? {
            joins.push(join);
        }
        Ok(Joined { first, joins })
    }

    fn join(&mut self) -> Result<Option<Join>, ExprError> {
        let natural = self.cursor.eat("NATURAL");
        let outer = if self.cursor.eat("LEFT") {
            Some(JoinKind::Left)
        } else if self.cursor.eat("RIGHT") {
            Some(JoinKind::Right)
        } else {
            None
        };
        let kind = if let Some(kind) = outer {
            self.cursor.eat("OUTER");
            self.expect("JOIN")?;
            kind
        } else if self.cursor.eat_any(&["INNER", "CROSS"]) {
            self.expect("JOIN")?;
            JoinKind::Inner
        } else if self.cursor.eat_any(&["JOIN", "STRAIGHT_JOIN"]) {
            JoinKind::Inner
        } else if natural {
            return Err(self.expected("JOIN"));
        } else {
            return Ok(None);
        };
        let factor = self.factor()?;
        let condition = if natural {
            JoinCondition::Natural
        } else if self.cursor.eat("ON") {
            JoinCondition::On(self.expr()?)
        } else if self.cursor.eat("USING") {
            JoinCondition::Using(self.column_names()?)
        } else {
            JoinCondition::None
        };
        Ok(Some(Join {
            kind,
            factor,
            condition,
        }))
    }

    fn factor(&mut self) -> Result<Factor, ExprError> {
        self.nested(|parser| {
            if parser.cursor.eat("LATERAL") {
                return Err(ExprError::unsupported("LATERAL"));
            }
            if parser.cursor.eat_mark("(") {
                return parser.factor_in_parentheses();
            }
            let at = parser.cursor.place();
            let path = parser.path()?;
            let alias = parser.alias(false)?;
            while parser.cursor.eat_any(&["USE", "FORCE", "IGNORE"]) {
                // Which index MySQL should take changes no row.
                parser.cursor.eat_any(&["INDEX", "KEY"]);
                if parser.cursor.eat("FOR") {
                    parser.cursor.eat_any(&["JOIN", "ORDER", "GROUP"]);
                    parser.cursor.eat("BY");
                }
                parser.cursor.skip_group().map_err(super::refusal)?;
            }
            Ok(Factor::Table { path, alias, at })
        })
    }

    /// A SELECT, or tables that are joined first.
    fn factor_in_parentheses(&mut self) -> Result<Factor, ExprError> {
        if self.sees_query() {
            let query = Box::new(self.query()?);
            self.expect_mark(")")?;
            let alias = self
                .alias(false)?
                .ok_or_else(|| self.expected("a name for the table in parentheses"))?;
            let columns = self.column_names()?;
            return Ok(Factor::Derived {
                query,
                alias,
                columns,
            });
        }
        let mut joined = self.joined()?;
        while self.cursor.eat_mark(",") {
            joined.joins.push(Join {
                kind: JoinKind::Inner,
                factor: Factor::Nested(Box::new(self.joined()?)),
                condition: JoinCondition::None,
            });
        }
        self.expect_mark(")")?;
        Ok(Factor::Nested(Box::new(joined)))
    }
}
