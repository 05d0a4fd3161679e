//! The names of types and root fields that are taken.

use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;
use std::sync::LazyLock;

use schema::Ident;

use crate::inflect::{pascal, unused};
use crate::model::{TableNames, TypeRole};

/// Types that belong to no table.
const RESERVED_TYPES: [&str; 60] = [
    "Query",
    "Mutation",
    "Subscription",
    "Node",
    "PageInfo",
    "OrderByDirection",
    "FilterIs",
    "Boolean",
    "Int",
    "Float",
    "String",
    "ID",
    "BigInt",
    "UnsignedInt",
    "Decimal",
    "Bytes",
    "Date",
    "Time",
    "Datetime",
    "Timestamp",
    "JSON",
    "GeoJSON",
    "BooleanFilter",
    "IntFilter",
    "FloatFilter",
    "StringFilter",
    "IDFilter",
    "BigIntFilter",
    "UnsignedIntFilter",
    "DecimalFilter",
    "BytesFilter",
    "DateFilter",
    "TimeFilter",
    "DatetimeFilter",
    "TimestampFilter",
    "JSONFilter",
    "JSONPath",
    "JSONPathFilter",
    "GeoJSONFilter",
    "EnumFilter",
    "SetFilter",
    "Set",
    "Enum",
    "Upload",
    "Any",
    "Schema",
    "Cursor",
    "SearchMode",
    // Types that generators of TypeScript write theirs with.
    "Array",
    "Exact",
    "Incremental",
    "InputMaybe",
    "MakeEmpty",
    "MakeMaybe",
    "MakeOptional",
    "Maybe",
    "Omit",
    "Record",
    "Scalars",
    "TypedDocumentString",
];

/// What tables, and what belongs to them, have taken.
pub(crate) struct Taken {
    pub(crate) types: Types,
    roots: HashSet<String>,
}

impl Taken {
    pub(crate) fn new() -> Self {
        Self {
            types: Types {
                stems: BTreeSet::new(),
                others: RESERVED_TYPES.iter().map(|&name| name.to_owned()).collect(),
            },
            roots: HashSet::from(["node".to_owned()]),
        }
    }

    /// The first stem whose types and root fields are all free; takes them.
    pub(crate) fn names(&mut self, declared: &Ident) -> TableNames {
        let type_name = unused(&pascal(declared.as_str()), |stem| {
            let names = table_names(stem);
            self.types.are_free(stem) && roots_of(&names).iter().all(|root| !self.roots.contains(*root))
        });
        let names = table_names(&type_name);
        self.types.stems.insert(type_name);
        self.roots
            .extend(roots_of(&names).iter().map(|root| (*root).clone()));
        names
    }
}

/// Names of types. A table takes some forty, its stem with what stands behind it for every role: of these the stem alone is kept.
pub(crate) struct Types {
    stems: BTreeSet<String>,
    others: BTreeSet<String>,
}

impl Types {
    /// Whether a name is taken.
    pub(crate) fn have(&self, name: &str) -> bool {
        let of_table = |ending: &str| {
            name.strip_suffix(ending)
                .is_some_and(|stem| self.stems.contains(stem))
        };
        self.others.contains(name) || endings().any(of_table)
    }

    /// Takes a name.
    pub(crate) fn take(&mut self, name: String) {
        self.others.insert(name);
    }

    /// Whether no type of a table of that stem is taken.
    fn are_free(&self, stem: &str) -> bool {
        !behind(&self.others, stem).any(|rest| endings().any(|ending| ending == rest))
            && !behind(&self.stems, stem).any(|rest| BETWEEN.contains(&rest))
            && !BETWEEN.iter().any(|between| {
                stem.strip_suffix(between)
                    .is_some_and(|shorter| self.stems.contains(shorter))
            })
    }
}

/// What stands behind a stem in names that begin with it.
fn behind<'n>(names: &'n BTreeSet<String>, stem: &str) -> impl Iterator<Item = &'n str> {
    names
        .range::<str, _>((Bound::Included(stem), Bound::Unbounded))
        .map_while(move |name| name.strip_prefix(stem))
}

/// What may stand behind a stem.
fn endings() -> impl Iterator<Item = &'static str> {
    TypeRole::ALL.iter().map(|role| role.suffix()).chain([""])
}

/// By what two stems differ that have a type's name in common: `Sale` and `SaleGroup` have `SaleGroupKeys`.
static BETWEEN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let longer = |ending| endings().filter_map(move |end| str::strip_suffix(ending, end));
    endings().flat_map(longer).collect()
});

fn roots_of(names: &TableNames) -> [&String; 5] {
    [
        &names.collection,
        &names.by_pk,
        &names.insert,
        &names.update,
        &names.delete,
    ]
}

fn table_names(type_name: &str) -> TableNames {
    let rest = lowered(type_name);
    TableNames {
        collection: format!("{rest}Collection"),
        by_pk: format!("{rest}ByPk"),
        insert: format!("insertInto{type_name}Collection"),
        update: format!("update{type_name}Collection"),
        delete: format!("deleteFrom{type_name}Collection"),
        type_name: type_name.to_owned(),
        rest,
    }
}

fn lowered(type_name: &str) -> String {
    let mut characters = type_name.chars();
    characters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_ascii_lowercase(), characters.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by all names.
    fn all(stem: &str) -> HashSet<String> {
        endings().map(|ending| format!("{stem}{ending}")).collect()
    }

    #[test]
    fn stems_stand_for_all_of_their_names() {
        let words = || endings().chain(["Many", "2", "Sale", "s"]);
        let stems: Vec<String> = words()
            .flat_map(|one| words().map(move |other| format!("Sale{one}{other}")))
            .collect();
        for taken in words().map(|word| format!("Sale{word}")) {
            let mut types = Taken::new().types;
            types.stems.insert(taken.clone());
            let names = all(&taken);
            for stem in &stems {
                assert_eq!(types.have(stem), names.contains(stem), "{taken} has {stem}");
                let free = names.is_disjoint(&all(stem));
                assert_eq!(types.are_free(stem), free, "{taken} leaves {stem}");
            }
        }
    }

    #[test]
    fn names_of_no_table_are_taken_as_they_are() {
        let mut types = Taken::new().types;
        assert!(types.have("Query") && !types.are_free("Query"));
        // `IntFilter` is taken.
        assert!(!types.are_free("Int") && types.are_free("Inte"));
        types.take("SaleState".to_owned());
        types.take("SaleStateFilter".to_owned());
        assert!(!types.are_free("SaleState") && types.are_free("Sale") && types.are_free("SaleStateX"));
    }
}
