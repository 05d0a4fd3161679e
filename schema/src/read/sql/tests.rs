//! Idioms of dumps and scripts, and what is read from them.

mod alters;
mod refusals;
mod tables;
mod types;

use super::{SqlDeclaration, read};
use crate::{Column, Ident, Table};

fn declared(script: &str) -> SqlDeclaration {
    match read(script) {
        Ok(declaration) => declaration,
        Err(problems) => panic!("{script}\n{problems:#?}"),
    }
}

fn table(script: &str) -> Table {
    let mut tables = declared(script).schema.tables;
    assert_eq!(tables.len(), 1, "{script}");
    tables.remove(0)
}

fn column(definition: &str) -> Column {
    table(&format!("CREATE TABLE t (c {definition})"))
        .columns
        .remove(0)
}

fn names(idents: &[Ident]) -> Vec<&str> {
    idents.iter().map(Ident::as_str).collect()
}

fn codes(script: &str) -> Vec<&'static str> {
    match read(script) {
        Ok(_) => panic!("taken: {script}"),
        Err(problems) => problems.into_iter().map(|problem| problem.code).collect(),
    }
}

fn warned(script: &str) -> Vec<&'static str> {
    let warnings = declared(script).warnings.into_iter().map(|warning| warning.code);
    warnings.filter(|code| *code != "ascii-collation").collect()
}
