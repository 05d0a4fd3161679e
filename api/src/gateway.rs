//! A request's whole way: session, plan, shard, answer.

use std::rc::Rc;

use codegen::ApiModel;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shard::ShardError;
use shard::directory::DirectoryRequest;
use shard::port::HostText;
use shard::shard::Replied;
use shard::wire::{Answer, Demand, EncodedRun, Reply, Request as ShardRequest, Work};

use crate::batch::{self, Batch};
use crate::catalog::{Catalog, Catalogs};
use crate::credential::{self, Credential};
use crate::error::{ApiError, Code};
use crate::explain::{Explains, Wanted};
use crate::http::{Method, Request, Response};
use crate::plan::Planned;
use crate::route::{Data, Route, route};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;
use crate::terms::{self, Terms};
use crate::usage;
use crate::{admin, documents, graphql, import, persisted, push, rest, settings};

/// How often a request is planned again because the schema changed under it.
const ATTEMPTS: usize = 4;

/// The gateway. One serves all tenants of a process.
#[derive(Default)]
pub struct Gateway {
    catalogs: Catalogs,
    hashes: credential::Hashes,
    pub(crate) refusals: usage::Refusals,
}

/// One request on its way.
pub(crate) struct Call<'a, S, H> {
    pub(crate) gateway: &'a Gateway,
    pub(crate) request: &'a Request,
    pub(crate) shards: &'a S,
    pub(crate) host: &'a H,
}

impl Gateway {
    /// The tenant's catalog, if it is remembered.
    pub(crate) fn remembered(&self, tenant: &TenantName) -> Option<Rc<Catalog>> {
        self.catalogs.get(tenant)
    }

    /// Answers a request.
    pub async fn serve<S: Shards, H: Host>(
        &self,
        request: &Request,
        shards: &S,
        host: &H,
    ) -> Response<S::Text> {
        let call = Call {
            gateway: self,
            request,
            shards,
            host,
        };
        let response = match request.method {
            Method::Options => Ok(preflight()),
            _ => call.dispatch().await,
        };
        shared(response.unwrap_or_else(|error| error.problem()))
    }
}

impl<S: Shards, H: Host> Call<'_, S, H> {
    async fn dispatch(&self) -> Result<Response<S::Text>, ApiError> {
        match route(&self.request.path) {
            Route::Health => Ok(Response::text(
                200,
                "application/json",
                "{\"status\":\"ok\"}".to_owned(),
            )),
            Route::DeclarationSchema => documents::declaration_form(self.request),
            Route::SettingsSchema => documents::settings_form(self.request),
            Route::Document => documents::deployment(self.request),
            Route::Tenants => admin::tenants(self).await,
            Route::Tenant(name) => admin::tenant(self, &name).await,
            Route::Keys(name) => admin::keys(self, &name).await,
            Route::Key(name, id) => admin::key(self, &name, &id).await,
            Route::Data(tenant, data) => {
                let answered = self.data(&tenant, &data).await;
                answered.or_else(|error| {
                    if data.is_rows() {
                        self.refused(&tenant);
                    }
                    Ok(error.problem())
                })
            }
            Route::Unknown => Err(ApiError::new(
                Code::NotFound,
                format!("there is nothing at {}", self.request.path),
            )),
        }
    }

    /// A call on a tenant's data: authenticated, planned against the tenant's catalog, and planned again where the shard says
    /// that the catalog has changed.
    async fn data(&self, tenant: &TenantName, data: &Data<'_>) -> Result<Response<S::Text>, ApiError> {
        let credential = self.credential()?;
        let mut catalog = self.authorised(tenant, &credential).await?;
        let terms = Terms::of(self.request, self.host.now())?;
        for _ in 0..ATTEMPTS {
            let answered = match data {
                Data::Graphql => self.graphql(tenant, &catalog, &terms).await,
                Data::Rest(path) => self.rest(tenant, &catalog, &terms, path).await,
                Data::Batch => self.batch(tenant, &catalog, &terms).await,
                Data::Sdl => documents::sdl(self.request, &catalog).map(Attempt::Answered),
                Data::OpenApi => documents::openapi(self.request, tenant, &catalog).map(Attempt::Answered),
                Data::Sdk(language) => {
                    documents::sdk(self.request, &catalog, language).map(Attempt::Answered)
                }
                Data::Schema => push::schema(self, tenant, &catalog).await,
                Data::Import => import::import(self, tenant, &catalog, &terms).await,
                Data::Settings => settings::settings(self, tenant, &catalog, &credential).await,
                Data::Usage => usage::usage(self, tenant, &catalog).await,
                Data::Documents => persisted::documents(self, tenant, &catalog, &credential).await,
                Data::Document(id) => persisted::document(self, tenant, &catalog, &credential, id).await,
            }?;
            match answered {
                Attempt::Answered(response) => return Ok(response),
                Attempt::Stale => {
                    self.gateway.catalogs.forget(tenant);
                    catalog = self.authorised(tenant, &credential).await?;
                }
            }
        }
        Err(ApiError::new(
            Code::Conflict,
            "the schema keeps changing: try again",
        ))
    }

    /// Counts a request that did not reach the shard, which counts those that do. What is not known to be a tenant is not counted.
    fn refused(&self, tenant: &TenantName) {
        if self.gateway.catalogs.get(tenant).is_some() {
            self.gateway.refusals.count(tenant, self.host.now());
        }
    }

    /// What the request shows to prove who asks.
    pub(crate) fn credential(&self) -> Result<Credential, ApiError> {
        credential::read(
            &self.request.headers,
            self.host.admin_token(),
            &self.gateway.hashes,
        )
    }

    async fn graphql(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        terms: &Terms,
    ) -> Result<Attempt<S::Text>, ApiError> {
        let planned = match graphql::asked(catalog.planning(), self.request) {
            Err(refusal) => refusal.planned(),
            Ok(asked) => match self.with_document(tenant, catalog, asked).await? {
                Err(refusal) => refusal.planned(),
                Ok(asked) => graphql::plan_asked(catalog.planning(), &catalog.documents, &asked),
            },
        };
        self.planned(tenant, catalog, terms, Ok(planned)).await
    }

    async fn rest(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        terms: &Terms,
        path: &str,
    ) -> Result<Attempt<S::Text>, ApiError> {
        let planned = rest::plan(catalog.planning(), tenant.as_str(), path, self.request);
        self.planned(tenant, catalog, terms, planned).await
    }

    async fn batch(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        terms: &Terms,
    ) -> Result<Attempt<S::Text>, ApiError> {
        match batch::plan(catalog.planning(), tenant.as_str(), self.request) {
            Ok(Batch { operations, respond }) => {
                let request = terms.transact(catalog.catalog, Work::Batch(operations), &respond)?;
                attempt(self.ask(tenant, catalog, &request).await, respond)
            }
            // What is refused now may have been done before the schema changed.
            Err(error) if error.code == Code::MethodNotAllowed => Err(error),
            Err(error) => match self.recalled::<batch::Respond>(tenant, terms).await? {
                Some(response) => Ok(Attempt::Answered(response)),
                None => Err(error),
            },
        }
    }

    /// Does what is planned, on the request's terms.
    async fn planned<R: Responds>(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        terms: &Terms,
        planned: Result<Planned<R, S::Text>, ApiError>,
    ) -> Result<Attempt<S::Text>, ApiError> {
        match planned {
            Ok(Planned::Run {
                shape,
                values,
                respond,
                later: _,
            }) if respond.explains() != Explains::No => {
                let wanted = Wanted {
                    terms,
                    shape,
                    values,
                    respond,
                };
                self.explained(tenant, catalog, wanted).await
            }
            Ok(Planned::Run {
                shape,
                values,
                respond,
                later: _,
            }) => {
                let reads = !shape.writes();
                let plain = terms.is_plain() || reads;
                let repeats = if reads {
                    !respond.reads_text()
                } else {
                    plain && shape.only_insert().is_some()
                };
                let shape = shard::wire::encode(&shape)?;
                let request = if plain {
                    let run = EncodedRun {
                        catalog: catalog.catalog,
                        shape,
                        values,
                    };
                    if reads {
                        ShardRequest::Run(run)
                    } else {
                        ShardRequest::Write(run)
                    }
                } else {
                    let work = terms::run(shape, values, respond.demand());
                    terms.transact(catalog.catalog, work, &respond)?
                };
                let outcome = self.ask(tenant, catalog, &request).await;
                attempt(outcome, respond).map(|attempt| attempt.repeating(repeats))
            }
            Err(error) if error.code == Code::MethodNotAllowed => Err(error),
            Ok(Planned::Refused(response)) if response.status == Code::MethodNotAllowed.status() => {
                self.refused(tenant);
                Ok(Attempt::Answered(response))
            }
            // What was refused now may have been done before the schema changed.
            done => match self.recalled::<R>(tenant, terms).await? {
                Some(response) => Ok(Attempt::Answered(response)),
                None => match done? {
                    Planned::Ready(response) => Ok(Attempt::Answered(response)),
                    Planned::Refused(response) => {
                        self.refused(tenant);
                        Ok(Attempt::Answered(response))
                    }
                    Planned::Run { .. } => Err(unexpected().into()),
                },
            },
        }
    }

    /// The answer that is kept by the request's key.
    pub(crate) async fn recalled<R: Responds>(
        &self,
        tenant: &TenantName,
        terms: &Terms,
    ) -> Result<Option<Response<S::Text>>, ApiError> {
        let Some(claim) = &terms.claim else {
            return Ok(None);
        };
        let recall = ShardRequest::Recall(claim.clone());
        let (reply, text) = self.shards.tenant(tenant, &recall).await?;
        if let Answer::Replayed { answer, respond } = reply.answer {
            let reply = Reply {
                answer: *answer,
                ..reply
            };
            return replayed::<R, _>(reply, text, &respond).map(Some);
        }
        Ok(None)
    }

    pub(crate) async fn ask(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        request: &ShardRequest,
    ) -> Result<Replied<S::Text>, ShardError> {
        self.shards
            .tenant(tenant, request)
            .await
            .map_err(|error| shown(&catalog.model, error))
    }

    /// The tenant's catalog, if the credential opens it. Whether the tenant exists is told to the admin only.
    async fn authorised(
        &self,
        tenant: &TenantName,
        credential: &Credential,
    ) -> Result<Rc<Catalog>, ApiError> {
        let hash = match credential {
            Credential::Admin => return self.catalog(tenant).await,
            Credential::Key {
                tenant: Some(other), ..
            } if other != tenant.as_str() => {
                return Err(ApiError::new(
                    Code::Forbidden,
                    "the key belongs to another tenant",
                ));
            }
            Credential::Key { hash, .. } => hash,
        };
        if let Some(catalog) = self.gateway.catalogs.get(tenant)
            && catalog.opens(hash)
        {
            return Ok(catalog);
        }
        // The key may be newer than what is remembered.
        self.gateway.catalogs.forget(tenant);
        match self.catalog(tenant).await {
            Ok(catalog) if catalog.opens(hash) => Ok(catalog),
            Ok(_) => Err(credential::rejected()),
            Err(error) if error.code == Code::NotFound => Err(credential::rejected()),
            Err(error) => Err(error),
        }
    }

    /// The tenant's catalog, loaded where it is not remembered.
    pub(crate) async fn catalog(&self, tenant: &TenantName) -> Result<Rc<Catalog>, ApiError> {
        if let Some(catalog) = self.gateway.catalogs.get(tenant) {
            return Ok(catalog);
        }
        // Names that nobody created reach no object: on a local disk it would leave a file.
        let find = DirectoryRequest::Find(tenant.as_str().to_owned());
        if self.shards.directory(&find).await?.is_empty() {
            return Err(ShardError::NoTenant.into());
        }
        let (reply, _) = self.shards.tenant(tenant, &ShardRequest::Catalog).await?;
        let Answer::Catalog(data) = reply.answer else {
            return Err(unexpected().into());
        };
        let catalog = Rc::new(Catalog::new(data)?);
        self.gateway.catalogs.put(tenant, Rc::clone(&catalog));
        Ok(catalog)
    }

    /// Forgets what is remembered of a tenant, behind a change to its catalog.
    pub(crate) fn forget(&self, tenant: &TenantName) {
        self.gateway.catalogs.forget(tenant);
    }
}

/// How far an attempt came.
pub(crate) enum Attempt<T> {
    /// The answer.
    Answered(Response<T>),
    /// The shard is at another catalog: plan again.
    Stale,
}

impl<T> Attempt<T> {
    /// The same, whose response may repeat (see [`Response::repeats`]).
    fn repeating(mut self, repeats: bool) -> Self {
        if let Self::Answered(response) = &mut self {
            // A 304 has no body that could be made again.
            response.repeats = repeats && response.status < 300;
        }
        self
    }
}

/// What turns a shard's answer into a response. It is kept beside an answer that is kept, and must make the same of it then.
pub(crate) trait Responds: Serialize + DeserializeOwned {
    /// The response. A success passes the shard's text on unread.
    fn respond<T: HostText>(self, outcome: Result<(T, Answer), ShardError>) -> Response<T>;

    /// What must hold of the answer for the response to be a success.
    fn demand(&self) -> Option<Demand> {
        None
    }

    /// Whether the shard's text is read for the response's headers.
    fn reads_text(&self) -> bool {
        false
    }

    /// Whether the answer is explained, and where.
    fn explains(&self) -> Explains {
        Explains::No
    }

    /// What the client calls that part of the shape.
    fn name(&self, _part: usize) -> Option<&str> {
        None
    }
}

/// An answer with what the shard tells in headers, or the wish to try again.
pub(crate) fn attempt<R: Responds, T: HostText>(
    outcome: Result<Replied<T>, ShardError>,
    respond: R,
) -> Result<Attempt<T>, ApiError> {
    Ok(match outcome {
        Err(ShardError::Stale(_)) => Attempt::Stale,
        Err(error) => Attempt::Answered(respond.respond(Err(error))),
        Ok((reply, text)) => Attempt::Answered(match reply.answer {
            Answer::Replayed { answer, respond } => {
                let reply = Reply {
                    answer: *answer,
                    ..reply
                };
                replayed::<R, T>(reply, text, &respond)?
            }
            _ => answered(reply, text, respond),
        }),
    })
}

fn answered<R: Responds, T: HostText>(reply: Reply, text: Option<T>, respond: R) -> Response<T> {
    let text = text.unwrap_or_else(|| T::from_text(""));
    let Reply {
        version,
        cost,
        answer,
    } = reply;
    measured(respond.respond(Ok((text, answer))), version, cost)
}

/// The response to a request whose answer was kept.
fn replayed<R: Responds, T: HostText>(
    reply: Reply,
    text: Option<T>,
    respond: &[u8],
) -> Result<Response<T>, ApiError> {
    let respond: R = shard::wire::decode(respond)?;
    Ok(answered(reply, text, respond).with("idempotency-replayed", "true"))
}

/// The fault of a shard that answers what it was not asked.
pub(crate) fn unexpected() -> ShardError {
    ShardError::Internal("a shard answered something else".to_owned())
}

/// A constraint's error with the names that the API shows in place of the declared ones.
fn shown(model: &ApiModel, error: ShardError) -> ShardError {
    let mut violation = match error {
        ShardError::Constraint(violation) => violation,
        ShardError::Batch(position, error) => {
            return ShardError::Batch(position, Box::new(shown(model, *error)));
        }
        ShardError::Nested(place, error) => {
            return ShardError::Nested(place, Box::new(shown(model, *error)));
        }
        other => return other,
    };
    let declared = |name: &str| model.tables.iter().find(|table| table.declared == name);
    if let Some(table) = declared(&violation.table) {
        for column in &mut violation.columns {
            if let Some(shown) = table
                .columns
                .iter()
                .find(|candidate| candidate.declared == *column)
            {
                column.clone_from(&shown.field);
            }
        }
        violation.table.clone_from(&table.names.rest);
    }
    if let Some(references) = &mut violation.references
        && let Some(table) = declared(references)
    {
        references.clone_from(&table.names.rest);
    }
    ShardError::Constraint(violation)
}

const ROWS_READ: &str = "workersql-rows-read";

/// Adds the shard's version and the rows that SQLite read and wrote.
pub(crate) fn measured<T>(response: Response<T>, version: u64, (read, written): (u64, u64)) -> Response<T> {
    response
        .with("workersql-version", version.to_string())
        .with(ROWS_READ, read.to_string())
        .with("workersql-rows-written", written.to_string())
}

/// What browsers ask before a call from another origin (the Fetch standard, CORS).
fn preflight<T>() -> Response<T> {
    Response::empty(204)
        .with("access-control-allow-methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        .with(
            "access-control-allow-headers",
            "authorization, content-type, accept, prefer, range, range-unit, if-match, if-none-match, idempotency-key, \
             apikey, x-client-info, accept-profile, content-profile",
        )
        .with("access-control-max-age", "86400")
}

/// What every answer carries: any page may read it, because keys and not cookies open the data. Where no rows were read, or what was
/// asked is refused, that is told, too: what is refused writes nothing, and SQLite does not tell what it has read by then.
fn shared<T>(response: Response<T>) -> Response<T> {
    let is_measured = response.headers.iter().any(|(name, _)| *name == ROWS_READ);
    let response = if is_measured {
        response
    } else {
        response.with(ROWS_READ, "0").with("workersql-rows-written", "0")
    };
    response
        .with("access-control-allow-origin", "*")
        .with("access-control-expose-headers", "*")
}
