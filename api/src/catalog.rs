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

    /// Whether a key of that hash opens it.
    pub fn opens(&self, hash: &str) -> bool {
        self.keys.iter().any(|key| key.hash == hash)
    }
}

/// The most columns, over all catalogs, that are remembered: what bounds the memory, whatever the number of tenants.
const MOST_COLUMNS: usize = 100_000;

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
        let known = self.known.borrow();
        let (used, catalog) = known.get(tenant)?;
        used.set(self.tick());
        Some(Rc::clone(catalog))
    }

    /// Remembers a catalog.
    pub fn put(&self, tenant: &TenantName, catalog: Rc<Catalog>) {
        let mut known = self.known.borrow_mut();
        known.insert(tenant.clone(), (Cell::new(self.tick()), catalog));
        while known.len() > 1
            && known.values().map(|(_, catalog)| weight(catalog)).sum::<usize>() > MOST_COLUMNS
        {
            let oldest = known
                .iter()
                .min_by_key(|(_, (used, _))| used.get())
                .map(|(name, _)| name.clone());
            if let Some(oldest) = oldest {
                known.remove(&oldest);
            }
        }
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

fn weight(catalog: &Catalog) -> usize {
    // An empty catalog still takes its place.
    20 + catalog
        .model
        .tables
        .iter()
        .map(|table| table.columns.len() + 4)
        .sum::<usize>()
}
