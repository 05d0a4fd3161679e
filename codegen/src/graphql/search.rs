//! What full-text search adds to a table's types.

use schema::TableId;

use super::{Constant, EnumValue, FieldDef, InputDef, Keep, Leaf, Meaning, TypeKind, TypeSystem};
use crate::model::{ApiTable, TypeRole};

impl TypeSystem<'_> {
    /// `search` of a collection.
    pub(super) fn search_argument(self, table: &ApiTable) -> Option<InputDef> {
        table.search.as_ref().map(|_| {
            InputDef::new("search", self.of(table, TypeRole::SearchInput))
                .described("Only rows that this finds, the best first unless `orderBy` says otherwise.")
        })
    }

    /// What a search takes.
    pub(super) fn search_input(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let fields = [
            InputDef::new("query", self.leaf(Leaf::String).required()).described(
                "The words. Case and accents do not count. Any text is taken: signs between words part them.",
            ),
            InputDef::new("columns", self.of(table, TypeRole::SearchColumn).list())
                .described("Where to search; in all columns of the FULLTEXT keys if left out."),
            InputDef::new("mode", self.reference(TypeKind::SearchMode))
                .described("How the words are read; as `WEB` if left out."),
        ];
        fields.into_iter().filter(|field| keep(&field.name)).collect()
    }

    /// The order of how well rows fit.
    pub(super) fn search_order(self, table: &ApiTable, keep: Keep<'_>) -> Option<InputDef> {
        let search = table.search.as_ref().filter(|search| keep(&search.score))?;
        let direction = self.reference(TypeKind::OrderByDirection);
        Some(
            InputDef::new(&search.score, direction)
                .described("How well the row fits the `search`: descending has the best first."),
        )
    }

    /// The fields of a row that a search found.
    pub(super) fn found_fields(self, table: &ApiTable, keep: Keep<'_>) -> Vec<FieldDef> {
        let Some(search) = &table.search else {
            return Vec::new();
        };
        let text = |name: &str, default| {
            InputDef::new(name, self.leaf(Leaf::String).required()).or(Constant::Text(default))
        };
        let fields = [
            FieldDef::new(&search.score, self.leaf(Leaf::Float), Meaning::SearchScore)
                .described("How well the row fits the `search` that found it (BM25), more for better; null elsewhere."),
            FieldDef::new(&search.snippet, self.leaf(Leaf::String), Meaning::SearchSnippet)
                .described(
                    "A piece of the row's text around the words that the `search` found; null elsewhere. The text itself \
                     is passed on as it is: escape it before it is shown as HTML.",
                )
                .taking(vec![
                    InputDef::new("column", self.of(table, TypeRole::SearchColumn))
                        .described("The column; the one that fits best if left out."),
                    text("start", "<b>").described("The text before each word that was found."),
                    text("end", "</b>").described("The text behind it."),
                    text("ellipsis", "…").described("The text where the piece was cut."),
                    InputDef::new("tokens", self.leaf(Leaf::Int).required())
                        .or(Constant::Int(16))
                        .described("The most words, from 1 to 64."),
                ]),
        ];
        fields.into_iter().filter(|field| keep(&field.name)).collect()
    }

    /// The members of `SearchMode`.
    pub(super) fn search_modes() -> Vec<EnumValue> {
        [
            (
                "WEB",
                "All words, as search engines read them: `\"a phrase\"`, `-without`, `one OR other`, `begins*`.",
            ),
            ("ALL", "All words."),
            ("ANY", "Any of the words."),
            ("PHRASE", "The words one behind the other."),
        ]
        .into_iter()
        .map(|(name, description)| EnumValue {
            name: name.to_owned(),
            description: Some(description),
        })
        .collect()
    }

    /// The columns that a table is searched in.
    pub(super) fn search_columns(self, id: TableId) -> Vec<EnumValue> {
        let table = self.model.table(id);
        table
            .into_iter()
            .flat_map(ApiTable::searched)
            .map(|(_, column)| EnumValue {
                name: column.enum_name(),
                description: None,
            })
            .collect()
    }
}
