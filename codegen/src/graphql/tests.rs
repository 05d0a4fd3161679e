use std::collections::HashSet;

use schema::Schema;
use serde_json::json;

use super::{TypeDef, TypeSystem, sdl};
use crate::ApiModel;
use crate::derive::derive;

fn model() -> ApiModel {
    let schema: Schema = serde_json::from_value(json!({ "tables": [
        { "name": "shop", "comment": "Says \"hi\"", "primaryKey": ["id"], "columns": [
            { "name": "id", "type": { "int": { "width": "int" } }, "autoIncrement": true },
            { "name": "state", "type": { "enum": { "values": ["open", "closed"] } } },
            { "name": "kind", "type": { "enum": { "values": ["a b"] } }, "nullable": true },
            { "name": "days", "type": { "set": { "values": ["mon", "tue"] } }, "nullable": true },
        ]},
        { "name": "shop_filter", "columns": [{ "name": "doc", "type": "json", "generated": { "expression": "1" } }] },
        { "name": "sale", "primaryKey": ["id"], "columns": [
            { "name": "id", "type": { "int": { "width": "big", "unsigned": true } } },
            { "name": "shop_id", "type": { "int": { "width": "int" } }, "nullable": true },
            { "name": "total", "type": { "decimal": { "precision": 10, "scale": 2 } } },
        ], "foreignKeys": [
            { "name": "sale_shop", "columns": ["shop_id"], "references": "shop", "referencedColumns": ["id"] },
        ]},
    ]}))
    .unwrap();
    derive(&schema)
}

#[test]
fn every_type_is_found_by_its_name_and_every_reference_leads_to_one() {
    leads_everywhere(&model());
    // Where there is no other type, what is added to and made of numbers has to bring its own.
    for column_type in [
        json!({ "int": { "width": "int" } }),
        json!({ "int": { "width": "small", "unsigned": true } }),
        json!({ "decimal": { "precision": 10, "scale": 2 } }),
        json!({ "double": {} }),
        json!("date"),
        json!({ "time": {} }),
    ] {
        let schema: Result<Schema, _> = serde_json::from_value(json!({ "tables": [
            { "name": "t", "primaryKey": ["c"], "columns": [
                { "name": "c", "type": column_type },
                { "name": "d", "type": column_type },
            ]},
        ]}));
        leads_everywhere(&derive(&schema.unwrap()));
    }
}

fn leads_everywhere(model: &ApiModel) {
    let types = TypeSystem::new(model);
    let kinds = types.kinds();
    let names: HashSet<String> = kinds.iter().map(|kind| types.name(*kind)).collect();
    assert_eq!(names.len(), kinds.len());
    for kind in &kinds {
        assert_eq!(
            types.kind(&types.name(*kind)),
            Some(*kind),
            "{}",
            types.name(*kind)
        );
        let references: Vec<_> = match types.define(*kind, &|_| true) {
            TypeDef::Object { fields, .. } | TypeDef::Interface(fields) => {
                assert!(!fields.is_empty());
                let arguments = fields.iter().flat_map(|field| &field.arguments);
                let arguments = arguments.map(|argument| argument.ty.kind()).collect::<Vec<_>>();
                fields
                    .iter()
                    .map(|field| field.ty.kind())
                    .chain(arguments)
                    .collect()
            }
            TypeDef::Input(fields) => {
                assert!(!fields.is_empty());
                fields.iter().map(|field| field.ty.kind()).collect()
            }
            TypeDef::Enum(values) => {
                assert!(!values.is_empty());
                Vec::new()
            }
            TypeDef::Scalar(_) => Vec::new(),
        };
        for reference in references {
            let built_in = matches!(reference, super::TypeKind::Leaf(leaf) if leaf.is_built_in());
            assert!(built_in || kinds.contains(&reference), "{reference:?}");
        }
    }
}

#[test]
fn names_that_are_not_there_lead_nowhere() {
    let model = model();
    let types = TypeSystem::new(&model);
    for name in [
        "",
        "shop",
        "Shops",
        "ShopFilterInsertInput",
        "ShopFilterOrderBy",
        "__Nothing",
        "Filter",
    ] {
        assert_eq!(types.kind(name), None, "{name}");
    }
    let empty = derive(&Schema::default());
    assert_eq!(TypeSystem::new(&empty).kind("Mutation"), None);
}

#[test]
fn the_text_says_what_was_declared() {
    let text = sdl(&model());
    for line in [
        "\"Says \\\"hi\\\"\\n\\nTable `shop`.\"\ntype Shop implements Node {",
        "  \"Column `kind`: one of \\\"a b\\\".\"\n  kind: String\n",
        "  \"Column `days`: any of \\\"mon\\\", \\\"tue\\\".\"\n  days: [String!]\n",
        "  state: ShopState!\n",
        "enum ShopState {\n  open\n  closed\n}\n",
        "input SetFilter {\n  eq: [String!]\n  neq: [String!]\n  in: [[String!]!]\n  \"None of these; false for NULL.\"\n  nin: [[String!]!]\n  is: FilterIs\n  \"Has all of these members.\"\n  contains: [String!]\n",
        "    atMost: Int! = 1\n",
        "scalar JSON @specifiedBy(url: \"https://www.rfc-editor.org/rfc/rfc8259\")\n",
        "  shop: Shop\n",
        "  ): SaleConnection!\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("__"));
    assert_eq!(sdl(&derive(&Schema::default())).matches("type ").count(), 1);
}
