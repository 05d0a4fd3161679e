//! What the gateway remembers of tenants: bounded, and always checked by the shard that it sends to.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use codegen::ApiModel;
use codegen::derive::derive;
use schema::Schema;
use shard::ShardError;
use shard::catalog::{CatalogData, KeyRecord};

use crate::graphql::DocumentCache;
use crate::persisted::Texts;
use crate::plan::{Limits, Planning};
use crate::settings::{self, Settings};
use crate::tenant::TenantName;

/// Bytes of prepared GraphQL documents that are kept for each tenant.
const DOCUMENT_BYTES: usize = 1024 * 1024;

/// A tenant's catalog, ready to plan with.
pub struct Catalog {
    /// The version that operations are planned against.
    pub catalog: u64,
    /// The schema's version; 0 before the first push.
    pub schema_version: u64,
    /// The declaration.
    pub schema: Schema,
    /// The API that it gives.
    pub model: ApiModel,
    /// The keys that open it.
    pub keys: Vec<KeyRecord>,
    /// What the tenant's admin set, as it is kept.
    pub set: String,
    /// The settings in force.
    pub settings: Settings,
    /// The limits that they come to.
    pub limits: Limits,
    /// GraphQL documents that were asked for by name.
    pub texts: Texts,
    /// GraphQL documents seen before.
    pub documents: DocumentCache,
}

impl Catalog {
    /// Reads what a shard answered.
    pub fn new(data: CatalogData) -> Result<Self, ShardError> {
        let schema = shard::catalog::declaration(&data)?;
        let settings = settings::read(&data.settings);
        Ok(Self {
            catalog: data.catalog,
            schema_version: data.schema_version,
            model: derive(&schema),
            schema,
            keys: data.keys,
            set: data.settings,
            limits: Limits::of(&settings.limits),
            settings,
            texts: Texts::default(),
            documents: DocumentCache::new(DOCUMENT_BYTES),
        })
    }

    /// What requests are planned against.
    pub const fn planning(&self) -> Planning<'_> {
        Planning {
            model: &self.model,
            limits: &self.limits,
            batch: None,
        }
    }

    /// Bytes that its documents take.
    fn document_bytes(&self) -> usize {
        self.texts.bytes() + self.documents.bytes()
    }

    /// Whether a key of that hash opens it.
    pub fn opens(&self, hash: &str) -> bool {
        self.keys.iter().any(|key| key.hash == hash)
    }
}

/// The most columns, over all catalogs, that are remembered: what bounds the memory, whatever the number of tenants.
const MOST_COLUMNS: usize = 100_000;

/// The most bytes of documents, over all catalogs. One tenant's may be 1.5 MB.
const MOST_DOCUMENTS: usize = 24 * 1024 * 1024;

/// What is kept is weighed at every so many looks at it, since documents come without a catalog being put.
const WEIGHED: u64 = 64;

/// A catalog, and when it was last used.
type Known = (Cell<u64>, Rc<Catalog>);

/// Catalogs by tenant. When there is too much, those that were not used for the longest time go.
#[derive(Default)]
pub struct Catalogs {
    known: RefCell<HashMap<TenantName, Known>>,
    clock: Cell<u64>,
}

impl Catalogs {
    /// The catalog of a tenant, if it is remembered.
    pub fn get(&self, tenant: &TenantName) -> Option<Rc<Catalog>> {
        let now = self.tick();
        let catalog = {
            let known = self.known.borrow();
            let (used, catalog) = known.get(tenant)?;
            used.set(now);
            Rc::clone(catalog)
        };
        if now.is_multiple_of(WEIGHED) {
            shrink(&mut self.known.borrow_mut());
        }
        Some(catalog)
    }

    /// Remembers a catalog.
    pub fn put(&self, tenant: &TenantName, catalog: Rc<Catalog>) {
        let mut known = self.known.borrow_mut();
        known.insert(tenant.clone(), (Cell::new(self.tick()), catalog));
        shrink(&mut known);
    }

    /// Forgets a catalog.
    pub fn forget(&self, tenant: &TenantName) {
        self.known.borrow_mut().remove(tenant);
    }

    fn tick(&self) -> u64 {
        self.clock.set(self.clock.get() + 1);
        self.clock.get()
    }
}

/// Lets those go that were not used for the longest time, until the rest is within bounds; one always stays.
fn shrink(known: &mut HashMap<TenantName, Known>) {
    let catalogs = || known.values().map(|(_, catalog)| catalog);
    let mut columns: usize = catalogs().map(|catalog| weight(catalog)).sum();
    let mut documents: usize = catalogs().map(|catalog| catalog.document_bytes()).sum();
    while known.len() > 1 && (columns > MOST_COLUMNS || documents > MOST_DOCUMENTS) {
        let oldest = known.iter().min_by_key(|(_, (used, _))| used.get());
        let Some((_, catalog)) = oldest
            .map(|(name, _)| name.clone())
            .and_then(|name| known.remove(&name))
        else {
            return;
        };
        columns -= weight(&catalog);
        documents -= catalog.document_bytes();
    }
}

fn weight(catalog: &Catalog) -> usize {
    // An empty catalog still takes its place.
    20 + catalog
        .model
        .tables
        .iter()
        .map(|table| table.columns.len() + 4)
        .sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_all_tenants_together_are_bounded() {
        let catalogs = Catalogs::default();
        let text = "x".repeat(400 * 1024);
        let tenants: Vec<TenantName> = (0..200)
            .map(|at| TenantName::new(&format!("tenant-{at}")).unwrap())
            .collect();
        for tenant in &tenants {
            let data = CatalogData {
                catalog: 1,
                schema_version: 0,
                declaration: r#"{"tables":[]}"#.to_owned(),
                keys: Vec::new(),
                settings: "{}".to_owned(),
            };
            let catalog = Rc::new(Catalog::new(data).unwrap());
            catalogs.put(tenant, Rc::clone(&catalog));
            catalog.texts.put("document", &text, false);
        }
        let active = &tenants[199];
        for _ in 0..WEIGHED {
            assert!(catalogs.get(active).is_some(), "the one that is asked stays");
        }
        let known = catalogs.known.borrow();
        let bytes: usize = known.values().map(|(_, catalog)| catalog.document_bytes()).sum();
        assert!(bytes <= MOST_DOCUMENTS, "{bytes} bytes are kept");
        assert!(
            known.len() > MOST_DOCUMENTS / text.len() - 2,
            "no more go than must"
        );
        assert!(!known.contains_key(&tenants[0]), "the oldest go first");
    }
}
