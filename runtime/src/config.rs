//! workerd's configuration for a Worker.

use std::fmt::Write;
use std::path::PathBuf;

/// A Worker on disk, and where it keeps its data.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The folder of its modules.
    pub modules: PathBuf,
    /// The entry, a JavaScript module in that folder.
    pub entry: &'static str,
    /// A wasm module beside it, where there is one.
    pub wasm: Option<&'static str>,
    /// The files behind the binding `ASSETS`, where there are any.
    pub assets: Option<PathBuf>,
    /// Durable Object bindings: the binding's name, the class.
    pub objects: &'static [(&'static str, &'static str)],
    /// The folder for configuration and data. Made where it is missing.
    pub state: PathBuf,
}

/// The date whose behaviour the Worker asks of the runtime: the same as in `wrangler.toml`.
pub const COMPATIBILITY_DATE: &str = "2026-04-01";

impl Worker {
    /// WorkerSQL as `cargo xtask build` leaves it.
    pub fn workersql(state: PathBuf) -> Self {
        Self {
            modules: crate::root().join("build"),
            entry: "worker.js",
            wasm: Some("worker.wasm"),
            assets: Some(crate::root().join("build/playground")).filter(|folder| folder.is_dir()),
            objects: &[("SHARDS", "Shard"), ("DIRECTORY", "Directory")],
            state,
        }
    }

    /// Where the objects' databases are.
    pub fn data(&self) -> PathBuf {
        self.state.join("objects")
    }

    /// The configuration, for that port of the loopback interface. Modules are found through the import path.
    pub(crate) fn config(&self, port: u16) -> String {
        let entry = self.entry;
        let wasm = self.wasm.map_or_else(String::new, |name| {
            format!(", (name = \"{name}\", wasm = embed \"/{name}\")")
        });
        let (mut namespaces, mut bindings) = (String::new(), String::new());
        for (binding, class) in self.objects {
            // Writing to a String cannot fail.
            let _ = write!(
                namespaces,
                "(className = \"{class}\", uniqueKey = \"{class}\", enableSql = true), "
            );
            let _ = write!(
                bindings,
                "(name = \"{binding}\", durableObjectNamespace = \"{class}\"), "
            );
        }
        let mut service = String::new();
        if let Some(folder) = &self.assets {
            let folder = quoted(&folder.to_string_lossy());
            service = format!("\n    (name = \"assets\", disk = (path = {folder})),");
            bindings.push_str("(name = \"ASSETS\", service = \"assets\"), ");
        }
        let token = crate::ADMIN_TOKEN;
        let data = quoted(&self.data().to_string_lossy());
        format!(
            "using Workerd = import \"/workerd/workerd.capnp\";

const config :Workerd.Config = (
  services = [
    (name = \"worker\", worker = .worker),
    (name = \"objects\", disk = (path = {data}, writable = true)),{service}
  ],
  sockets = [(name = \"http\", address = \"127.0.0.1:{port}\", http = (), service = \"worker\")],
);

const worker :Workerd.Worker = (
  modules = [(name = \"{entry}\", esModule = embed \"/{entry}\"){wasm}],
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  durableObjectNamespaces = [{namespaces}],
  durableObjectStorage = (localDisk = \"objects\"),
  bindings = [{bindings}(name = \"{token}\", fromEnvironment = \"{token}\")],
);
"
        )
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
