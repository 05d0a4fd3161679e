//! The tools that teams use already take a tenant's documents as they are: what they generate is typed, and calls by it are
//! answered on workerd. Their programs are in `tests/clients`, and fail by exiting with an error.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::command::run;
use tests::host::Tenant;
use tests::workerd::OnWorkerd;

/// A tenant on a workerd of its own, and a tool that makes a client of its documents.
struct Live {
    tool: &'static str,
    host: OnWorkerd,
    key: String,
}

impl Live {
    fn start(tool: &'static str) -> Self {
        let host = OnWorkerd::start(&format!("clients-{tool}")).unwrap();
        let tenant = Tenant::create(&host, "shop").unwrap();
        let read = |name: &str| fs::read_to_string(folder().join(name)).unwrap();
        tenant.push("application/sql", &read("schema.sql")).unwrap();
        tenant.import(&read("data.sql")).unwrap();
        let key = tenant.key.clone();
        let live = Self { tool, host, key };
        let generated = live.generated();
        if generated.exists() {
            fs::remove_dir_all(&generated).unwrap();
        }
        fs::create_dir(&generated).unwrap();
        live
    }

    /// Where the tool's program is.
    fn folder(&self) -> PathBuf {
        folder().join(self.tool)
    }

    /// What the tool writes, and what it reads.
    fn generated(&self) -> PathBuf {
        self.folder().join("generated")
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/t/shop", self.host.port())
    }

    /// A document of the tenant, in a file.
    fn document(&self, name: &str) -> PathBuf {
        let path = self.generated().join(name);
        let mut connection = runtime::Connection::open(self.host.port()).unwrap();
        let key = format!("Bearer {}", self.key);
        let answer = connection
            .send("GET", &format!("/t/shop/{name}"), &[("authorization", &key)], &[])
            .unwrap();
        assert_eq!(answer.status, 200);
        fs::write(&path, answer.text()).unwrap();
        path
    }

    /// Checks the types of the tool's program and of what was generated, and runs the program.
    fn run_typescript(&self) {
        let generated = self.generated();
        fs::write(
            generated.join("tsconfig.json"),
            r#"{ "extends": "../../tsconfig.json", "include": ["../*.ts", "./**/*.ts"] }"#,
        )
        .unwrap();
        run(package("tsc").arg("-p").arg(&generated));
        let program = generated.join("main.mjs");
        // Packages that are no modules of JavaScript's own kind call `require`.
        let require = "--banner:js=import { createRequire } from 'node:module'; \
                       const require = createRequire(import.meta.url);";
        run(tool("esbuild")
            .arg(self.folder().join("main.ts"))
            .args(["--bundle", "--platform=node", "--format=esm", "--log-level=error"])
            .arg(require)
            .arg(format!("--outfile={}", program.display())));
        run(Command::new("node")
            .arg(program)
            .args([&self.address(), &self.key]));
    }

    /// The same for Python. The generators do not write their own parts as strictly as mypy wants them, so that these are
    /// only read.
    fn run_python(&self, packages: &Path) {
        run(python("mypy")
            .args(["--strict", "--follow-imports=silent", "main.py"])
            .current_dir(self.folder())
            .env("MYPYPATH", packages)
            .env("MYPY_CACHE_DIR", self.generated().join("mypy")));
        run(python("python")
            .args(["main.py", &self.address(), &self.key])
            .current_dir(self.folder())
            .env("PYTHONPATH", packages)
            .env("PYTHONDONTWRITEBYTECODE", "1"));
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clients")
}

/// A tool of these clients that npm installed.
fn package(name: &str) -> Command {
    Command::new(folder().join("node_modules/.bin").join(name))
}

/// A tool of the project that npm installed.
fn tool(name: &str) -> Command {
    Command::new(runtime::root().join("node_modules/.bin").join(name))
}

/// A tool that pip installed.
fn python(name: &str) -> Command {
    Command::new(runtime::root().join(".tools/python/bin").join(name))
}

#[test]
fn openapi_typescript_and_openapi_fetch() {
    let live = Live::start("openapi-typescript");
    run(package("openapi-typescript")
        .arg(live.document("openapi.json"))
        .arg("-o")
        .arg(live.generated().join("schema.ts")));
    live.run_typescript();
}

#[test]
fn hey_api() {
    let live = Live::start("hey-api");
    let document = live.document("openapi.json");
    let generated = live.generated().join("client");
    run(package("openapi-ts")
        .arg("-i")
        .arg(document)
        .arg("-o")
        .arg(generated)
        .arg("--no-log-file"));
    live.run_typescript();
}

/// Runs one of openapi-generator's generators, which has nothing to say against the document.
fn openapi_generator(document: &Path, generator: &str, into: &Path) {
    let said = run(python("openapi-generator-cli")
        .args(["generate", "-g", generator, "-i"])
        .arg(document)
        .arg("-o")
        .arg(into))
    .concat();
    // Words about the generator itself, about names that it makes, and one about null that changes nothing it writes.
    let known = [
        "still in beta",
        "reserved word",
        "Failed to get the schema name: null",
        // What a body of a batch may be.
        "Codegen property is null (e.g. map/dict of undefined type). Default to typing.Any.",
    ];
    let unknown = said
        .lines()
        .filter(|line| line.contains("WARN") || line.contains("ERROR"))
        .find(|line| !known.iter().any(|words| line.contains(words)));
    assert_eq!(unknown, None);
}

#[test]
fn openapi_generator_for_typescript_and_python() {
    let live = Live::start("openapi-generator");
    let document = live.document("openapi.json");
    let generated = live.generated();
    openapi_generator(&document, "typescript-fetch", &generated.join("typescript"));
    live.run_typescript();
    let package = generated.join("python");
    openapi_generator(&document, "python", &package);
    live.run_python(&package);
}

#[test]
fn openapi_python_client() {
    let live = Live::start("openapi-python-client");
    let said = run(python("openapi-python-client")
        .args(["generate", "--meta", "none", "--fail-on-warning", "--path"])
        .arg(live.document("openapi.json"))
        .arg("--output-path")
        .arg(live.generated().join("shop_client"))
        // It formats what it writes by a tool beside it.
        .env("PATH", path_with_python()))
    .concat();
    assert!(!said.contains("arning"), "{said}");
    live.run_python(&live.generated());
}

fn path_with_python() -> std::ffi::OsString {
    let known = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::env::split_paths(&known);
    let ours = runtime::root().join(".tools/python/bin");
    std::env::join_paths(std::iter::once(ours).chain(paths)).unwrap()
}

#[test]
fn postgrest_js() {
    Live::start("postgrest").run_typescript();
}

#[test]
fn graphql_codegen() {
    let live = Live::start("graphql-codegen");
    live.document("schema.graphql");
    run(package("graphql-codegen")
        .args(["--config", "codegen.ts"])
        .current_dir(live.folder()));
    live.run_typescript();
}

#[test]
fn relay() {
    let live = Live::start("relay");
    live.document("schema.graphql");
    fs::create_dir(live.generated().join("artifacts")).unwrap();
    let said = run(package("relay-compiler")
        .arg("relay.config.json")
        .current_dir(live.folder()))
    .concat();
    assert!(!said.contains("WARN"), "{said}");
    live.run_typescript();
}

#[test]
fn apollo_client() {
    Live::start("apollo").run_typescript();
}

#[test]
fn urql() {
    Live::start("urql").run_typescript();
}
