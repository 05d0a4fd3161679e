//! Functions, among them those whose arguments have a grammar of their own.

use super::Parser;
use super::ast::{Arguments, Call, Expr, Sort, TrimSide, TypeName, Window};
use crate::expr::ExprError;
use crate::read::lexer::Kind;

type Read = Result<Expr, ExprError>;

/// A plain call.
pub(super) fn called(name: &str, arguments: Vec<Expr>) -> Expr {
    Expr::Call(Box::new(Call {
        name: name.to_owned(),
        distinct: false,
        arguments: Arguments::List(arguments),
        order: Vec::new(),
        separator: None,
    }))
}

impl Parser<'_> {
    /// The call of a function of that name, in capitals; the name is next.
    pub(super) fn call(&mut self, name: &str) -> Read {
        self.cursor.advance();
        self.expect_mark("(")?;
        let call = match name {
            "CAST" => self.cast()?,
            "CONVERT" => self.convert()?,
            "EXTRACT" => self.extract()?,
            "TRIM" => self.trim()?,
            "POSITION" => {
                let part = self.value(0)?;
                self.expect("IN")?;
                called("LOCATE", vec![part, self.expr()?])
            }
            "SUBSTRING" | "SUBSTR" | "MID" => self.substring()?,
            _ => self.plain_call(name)?,
        };
        self.expect_mark(")")?;
        match call {
            Expr::Call(call) if self.cursor.eat("OVER") => Ok(Expr::Window(call, Box::new(self.window()?))),
            _ if self.cursor.sees("OVER") => {
                Err(ExprError::syntax("OVER behind a function that is of one row"))
            }
            call => Ok(call),
        }
    }

    /// What stands behind OVER.
    fn window(&mut self) -> Result<Window, ExprError> {
        if self.cursor.eat_mark("(") {
            return self.window_within();
        }
        let name = self.name()?.value;
        self.window_named(&name)
    }

    fn window_named(&self, name: &str) -> Result<Window, ExprError> {
        let mut windows = self.windows.iter();
        let found = windows.find(|(other, _)| other.eq_ignore_ascii_case(name));
        let found = found.map(|(_, window)| window.clone());
        found.ok_or_else(|| {
            ExprError::syntax(format!(
                "there is no window '{name}': name it by WINDOW {name} AS (…)"
            ))
        })
    }

    /// A window to its closing parenthesis. It may start from a named one, whose order it may not change.
    pub(super) fn window_within(&mut self) -> Result<Window, ExprError> {
        let is_name = matches!(self.cursor.peek(), Some(Kind::Name(_) | Kind::Word(_)))
            && !self.cursor.sees_any(&["PARTITION", "ORDER", "ROWS", "RANGE"]);
        let mut window = if is_name {
            let name = self.name()?.value;
            self.window_named(&name)?
        } else {
            Window::default()
        };
        if self.cursor.sees("PARTITION") && is_name {
            return Err(ExprError::syntax(
                "PARTITION BY behind a window's name, which has its own",
            ));
        }
        if self.cursor.eat_all(&["PARTITION", "BY"]) {
            window.partition = self.list(Self::expr)?;
        }
        if self.cursor.eat_all(&["ORDER", "BY"]) {
            if !window.order.is_empty() {
                return Err(ExprError::syntax(
                    "ORDER BY behind the name of a window that is ordered",
                ));
            }
            window.order = self.list(Self::sort)?;
        }
        if let Some(frame) = self.frame()? {
            window.frame = Some(frame);
        }
        self.expect_mark(")")?;
        Ok(window)
    }

    fn frame(&mut self) -> Result<Option<String>, ExprError> {
        let rows = self.cursor.eat("ROWS");
        if !rows && !self.cursor.eat("RANGE") {
            return Ok(None);
        }
        let word = if rows { "ROWS" } else { "RANGE" };
        Ok(Some(if self.cursor.eat("BETWEEN") {
            let start = self.frame_end(rows)?;
            self.expect("AND")?;
            format!("{word} BETWEEN {start} AND {}", self.frame_end(rows)?)
        } else {
            format!("{word} {}", self.frame_end(rows)?)
        }))
    }

    fn frame_end(&mut self, rows: bool) -> Result<String, ExprError> {
        if self.cursor.eat_all(&["CURRENT", "ROW"]) {
            return Ok("CURRENT ROW".to_owned());
        }
        let far = if self.cursor.eat("UNBOUNDED") {
            "UNBOUNDED".to_owned()
        } else if rows {
            self.cursor.whole().map_err(super::refusal)?.to_string()
        } else {
            return Err(ExprError::unsupported("RANGE by values; write ROWS"));
        };
        let way = if self.cursor.eat("PRECEDING") {
            "PRECEDING"
        } else {
            "FOLLOWING"
        };
        if way == "FOLLOWING" {
            self.expect("FOLLOWING")?;
        }
        Ok(format!("{far} {way}"))
    }

    fn plain_call(&mut self, name: &str) -> Read {
        let distinct = self.cursor.eat("DISTINCT");
        let arguments = if self.cursor.eat_mark("*") {
            Arguments::Star
        } else if self.cursor.sees_mark(")") {
            Arguments::List(Vec::new())
        } else {
            Arguments::List(self.list(Self::expr)?)
        };
        let order = if self.cursor.eat_all(&["ORDER", "BY"]) {
            self.list(Self::sort)?
        } else {
            Vec::new()
        };
        let separator = self.cursor.eat("SEPARATOR").then(|| self.text()).transpose()?;
        if self.cursor.sees("USING") {
            return Err(ExprError::unsupported(format!("{name} with USING")));
        }
        Ok(Expr::Call(Box::new(Call {
            name: name.to_owned(),
            distinct,
            arguments,
            order,
            separator,
        })))
    }

    /// A term of ORDER BY.
    pub(super) fn sort(&mut self) -> Result<Sort, ExprError> {
        let by = self.expr()?;
        let descending = self.cursor.eat("DESC");
        if !descending {
            self.cursor.eat("ASC");
        }
        Ok(Sort { by, descending })
    }

    fn cast(&mut self) -> Read {
        let value = Box::new(self.expr()?);
        self.expect("AS")?;
        let name = self.type_name()?;
        if self.cursor.sees("ARRAY") {
            return Err(ExprError::unsupported("CAST to an ARRAY"));
        }
        Ok(Expr::Cast(value, name))
    }

    /// `CONVERT(x USING charset)` and `CONVERT(x, type)`.
    fn convert(&mut self) -> Read {
        let value = Box::new(self.expr()?);
        if self.cursor.eat("USING") {
            let charset = self.name()?.value.to_ascii_lowercase();
            if charset.starts_with("utf8") {
                let name = "CHAR".to_owned();
                let numbers = Vec::new();
                return Ok(Expr::Cast(value, TypeName { name, numbers }));
            }
            if charset == "binary" {
                return Ok(Expr::AsBytes(value));
            }
            return Err(ExprError::unsupported(format!("CONVERT to {charset}")));
        }
        self.expect_mark(",")?;
        Ok(Expr::Cast(value, self.type_name()?))
    }

    fn type_name(&mut self) -> Result<TypeName, ExprError> {
        let mut words = vec![self.name()?.value.to_ascii_uppercase()];
        let mut numbers = Vec::new();
        loop {
            if self.cursor.eat_mark("(") {
                numbers = self.list(|parser| parser.cursor.whole().map_err(super::refusal))?;
                self.expect_mark(")")?;
            } else if self.cursor.eat_any(&["CHARSET"]) || self.cursor.eat_all(&["CHARACTER", "SET"]) {
                // Texts are Unicode here, whatever their character set.
                self.name()?;
            } else if matches!(self.cursor.peek(), Some(Kind::Word(word)) if !word.eq_ignore_ascii_case("ARRAY"))
            {
                words.push(self.name()?.value.to_ascii_uppercase());
            } else {
                let name = words.join(" ");
                return Ok(TypeName { name, numbers });
            }
        }
    }

    /// `EXTRACT(YEAR FROM x)` is `YEAR(x)`.
    fn extract(&mut self) -> Read {
        let unit = self.name()?.value.to_ascii_uppercase();
        self.expect("FROM")?;
        Ok(called(&unit, vec![self.expr()?]))
    }

    fn substring(&mut self) -> Read {
        let mut arguments = vec![self.expr()?];
        if self.cursor.eat("FROM") {
            arguments.push(self.expr()?);
            if self.cursor.eat("FOR") {
                arguments.push(self.expr()?);
            }
        } else {
            while self.cursor.eat_mark(",") {
                arguments.push(self.expr()?);
            }
        }
        Ok(called("SUBSTRING", arguments))
    }

    /// `TRIM([[BOTH | LEADING | TRAILING] [what] FROM] x)`
    fn trim(&mut self) -> Read {
        let side = if self.cursor.eat("LEADING") {
            Some(TrimSide::Leading)
        } else if self.cursor.eat("TRAILING") {
            Some(TrimSide::Trailing)
        } else if self.cursor.eat("BOTH") {
            Some(TrimSide::Both)
        } else {
            None
        };
        let what = if side.is_some() && self.cursor.sees("FROM") {
            None
        } else {
            Some(Box::new(self.expr()?))
        };
        let (what, from) = if self.cursor.eat("FROM") {
            (what, Box::new(self.expr()?))
        } else {
            match (side, what) {
                (None, Some(from)) => (None, from),
                _ => return Err(self.expected("FROM")),
            }
        };
        let side = side.unwrap_or(TrimSide::Both);
        Ok(Expr::Trim { side, what, from })
    }
}
