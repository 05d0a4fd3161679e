//! From a document that a request names to its text: remembered, or asked of the tenant's shard.

mod serve;
mod texts;

use shard::documents::{DocumentRecord, DocumentRequest};
use shard::wire::{Answer, Request as ShardRequest};

use crate::catalog::Catalog;
use crate::error::{ApiError, Code};
use crate::gateway::{Call, unexpected};
use crate::graphql::persisted::{Persisted, hash, not_found};
use crate::graphql::{Asked, Refusal};
use crate::plan::limits::within;
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

pub(crate) use serve::{document, documents};
pub use texts::Texts;

impl<S: Shards, H: Host> Call<'_, S, H> {
    /// The request with the text of the document that it names. The inner error is an answer of GraphQL's.
    pub(crate) async fn with_document(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        mut asked: Asked,
    ) -> Result<Result<Asked, Refusal>, ApiError> {
        let only = catalog.settings.registered_documents_only;
        let found = match (asked.persisted().cloned(), asked.document()) {
            (None, _) if only => Err(not_registered(
                "this API executes registered documents only: send a `documentId`",
            )),
            (None, _) => return Ok(Ok(asked)),
            (Some(_), Some(_)) if only => Err(not_registered(
                "this API executes registered documents only, and clients cannot add to them: send a `documentId` alone",
            )),
            (Some(persisted), Some(document)) => {
                let document = document.to_owned();
                self.left(tenant, catalog, &persisted, document).await?
            }
            (Some(persisted), None) => self.found(tenant, catalog, &persisted).await?,
        };
        Ok(match found {
            Ok(document) => {
                asked.set_document(document);
                Ok(asked)
            }
            Err(error) => Err(asked.refused(error)),
        })
    }

    /// Keeps a text that a client sent with its hash.
    async fn left(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        persisted: &Persisted,
        document: String,
    ) -> Result<Result<String, ApiError>, ApiError> {
        if !persisted.automatic {
            return Ok(Err(ApiError::new(
                Code::BadRequest,
                "send either `query` or `documentId`, not both",
            )));
        }
        if hash(&document) != persisted.id {
            return Ok(Err(ApiError::new(
                Code::BadRequest,
                "sha256Hash: the hash is not the one of `query`",
            )));
        }
        if let Err(error) = within(
            document.len(),
            catalog.limits.max_document,
            "the document has too many bytes",
        ) {
            return Ok(Err(error));
        }
        if catalog.texts.get(&persisted.id).is_none() {
            let record = DocumentRecord {
                id: persisted.id.clone(),
                document: document.clone(),
                registered: false,
            };
            self.ask_documents(tenant, DocumentRequest::Leave(record)).await?;
            catalog.texts.put(&persisted.id, &document, false);
        }
        Ok(Ok(document))
    }

    async fn found(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        persisted: &Persisted,
    ) -> Result<Result<String, ApiError>, ApiError> {
        if persisted.id.len() > crate::graphql::persisted::LONGEST_ID {
            return Ok(Err(ApiError::new(Code::BadRequest, "documentId: it is too long")));
        }
        let remembered = catalog.texts.get(&persisted.id);
        let record = if remembered.is_some() {
            remembered
        } else {
            let find = DocumentRequest::Find(persisted.id.clone());
            let found = self.ask_documents(tenant, find).await?.pop();
            found.map(|record| {
                catalog.texts.put(&record.id, &record.document, record.registered);
                (record.document, record.registered)
            })
        };
        let only = catalog.settings.registered_documents_only;
        Ok(match record {
            Some((document, registered)) if registered || (persisted.automatic && !only) => Ok(document),
            _ if only => Err(not_registered("no document of that identifier is registered")),
            _ => Err(not_found(persisted)),
        })
    }

    pub(crate) async fn ask_documents(
        &self,
        tenant: &TenantName,
        request: DocumentRequest,
    ) -> Result<Vec<DocumentRecord>, ApiError> {
        let (reply, _) = self
            .shards
            .tenant(tenant, &ShardRequest::Documents(request))
            .await?;
        match reply.answer {
            Answer::Documents(records) => Ok(records),
            _ => Err(unexpected().into()),
        }
    }
}

fn not_registered(message: &str) -> ApiError {
    ApiError::new(Code::DocumentNotRegistered, message)
}
