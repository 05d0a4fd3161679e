//! Filters on JSON documents and on parts of them.

use super::{InputDef, Keep, Leaf, TypeKind, TypeSystem};

impl TypeSystem<'_> {
    /// The operators on a JSON column.
    pub(super) fn json_operators(self, keep: Keep<'_>) -> Vec<InputDef> {
        let path = InputDef::new("path", self.reference(TypeKind::JsonPathFilter).list())
            .described("What holds of parts of the document.");
        let mut fields = self.document_operators();
        fields.push(path);
        fields.retain(|field| keep(&field.name));
        fields
    }

    /// The operators on a part of a document.
    pub(super) fn json_path_operators(self, keep: Keep<'_>) -> Vec<InputDef> {
        let json = |name: &'static str| InputDef::new(name, self.leaf(Leaf::Json));
        let text = |name: &'static str| InputDef::new(name, self.leaf(Leaf::String));
        let at = InputDef::new("at", self.leaf(Leaf::JsonPath).required()).described("Which part.");
        let mut fields = vec![at];
        fields.extend(self.document_operators());
        fields.extend([
            json("gt").described("A greater number, or a string behind this one."),
            json("gte"),
            json("lt").described("A lesser number, or a string before this one."),
            json("lte"),
            text("like").described("Its text matches a pattern with `%` and `_`."),
            text("ilike").described("The same without regard to the case of ASCII letters."),
            text("startsWith").described("Its text starts with this one, to the letter."),
        ]);
        fields.retain(|field| keep(&field.name));
        fields
    }

    /// The operators on any document.
    fn document_operators(self) -> Vec<InputDef> {
        let json = |name: &'static str| InputDef::new(name, self.leaf(Leaf::Json));
        let keys = |name: &'static str| InputDef::new(name, self.leaf(Leaf::String).list());
        vec![
            json("eq").described("The same value, whatever the order of its members."),
            json("neq").described("Another value."),
            InputDef::new("in", self.leaf(Leaf::Json).list()).described("One of these values."),
            InputDef::new("is", self.reference(TypeKind::FilterIs))
                .described("In a path, nothing there and a JSON null are both NULL."),
            json("contains").described(
                "Contains this value: each member and element of it is in the document too, at the same depth.",
            ),
            json("containedBy").described("Is contained in this value."),
            InputDef::new("hasKey", self.leaf(Leaf::String))
                .described("An object with this key, or an array with this string."),
            keys("hasAnyKeys").described("One of these keys at least."),
            keys("hasAllKeys").described("All of these keys."),
        ]
    }
}
