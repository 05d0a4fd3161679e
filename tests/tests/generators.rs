//! What the tools that teams use make of schemas whose names are hard to write: code that compiles. The documents come from the
//! declaration alone.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::derive::derive;
use codegen::graphql::sdl;
use openapi::Bounds;
use tests::command::run;

/// An empty folder.
fn empty(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("workersql-generators-{}-{name}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder with the documents of a schema.
fn documents(name: &str, script: &str) -> PathBuf {
    let folder = empty(name);
    let model = derive(&schema::read::sql::read(script).unwrap().schema);
    let document = openapi::document(&model, "hard", Bounds::DEFAULT).unwrap();
    fs::write(folder.join("openapi.json"), document).unwrap();
    fs::write(folder.join("schema.graphql"), sdl(&model)).unwrap();
    folder
}

fn clients() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clients")
}

/// A tool that npm installed.
fn package(name: &str) -> Command {
    Command::new(clients().join("node_modules/.bin").join(name))
}

/// A tool that pip installed, which finds those beside it.
fn python(name: &str) -> Command {
    let folder = runtime::root().join(".tools/python/bin");
    let known = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(folder.clone()).chain(std::env::split_paths(&known));
    let mut command = Command::new(folder.join(name));
    command.env("PATH", std::env::join_paths(paths).unwrap());
    command
}

/// Type-checks all that was written in TypeScript.
fn check_typescript(folder: &Path) {
    let settings = serde_json::json!({
        "extends": clients().join("tsconfig.json"),
        "compilerOptions": { "typeRoots": [clients().join("node_modules/@types")] },
        "include": ["./**/*.ts"],
    });
    fs::write(folder.join("tsconfig.json"), settings.to_string()).unwrap();
    run(package("tsc").arg("-p").arg(folder));
}

/// What relay-compiler makes of a query named after the file that it writes it to.
fn relay(folder: &Path, query: &str) {
    let config = serde_json::json!({
        "src": ".",
        "schema": "schema.graphql",
        "artifactDirectory": "artifacts",
        "language": "typescript",
        "schemaConfig": { "nodeInterfaceIdField": "nodeId", "nodeInterfaceIdVariableName": "nodeId" },
    });
    fs::write(folder.join("relay.config.json"), config.to_string()).unwrap();
    fs::create_dir(folder.join("artifacts")).unwrap();
    fs::write(
        folder.join("documents.ts"),
        format!("declare const graphql: (text: TemplateStringsArray) => unknown;\ngraphql`{query}`;\n"),
    )
    .unwrap();
    run(package("relay-compiler")
        .arg("relay.config.json")
        .current_dir(folder));
}

/// Imports every module of a Python package.
fn import_python(folder: &Path, name: &str) {
    const ALL: &str = "import importlib, pkgutil, sys\n\
        package = importlib.import_module(sys.argv[1])\n\
        for module in pkgutil.walk_packages(package.__path__, sys.argv[1] + '.'):\n    importlib.import_module(module.name)\n";
    run(python("python")
        .args(["-c", ALL, name])
        .env("PYTHONPATH", folder)
        .env("PYTHONDONTWRITEBYTECODE", "1"));
}

/// What one of openapi-generator's generators makes of the OpenAPI document there.
fn openapi_generator(folder: &Path, generator: &str, into: &Path) {
    run(python("openapi-generator-cli")
        .args(["generate", "-g", generator, "-i"])
        .arg(folder.join("openapi.json"))
        .arg("-o")
        .arg(into));
}

/// The package of that name that openapi-python-client makes of it.
fn openapi_python_client(folder: &Path, name: &str, terms: &[&str]) {
    run(python("openapi-python-client")
        .args(["generate", "--meta", "none"])
        .args(terms)
        .arg("--path")
        .arg(folder.join("openapi.json"))
        .arg("--output-path")
        .arg(folder.join(name)));
    import_python(folder, name);
}

/// What all generators of TypeScript make of the OpenAPI document there.
fn typescript_of(folder: &Path) {
    let document = folder.join("openapi.json");
    run(package("openapi-typescript")
        .arg(&document)
        .arg("-o")
        .arg(folder.join("openapi-typescript.ts")));
    run(package("openapi-ts")
        .arg("-i")
        .arg(&document)
        .arg("-o")
        .arg(folder.join("hey-api"))
        .arg("--no-log-file"));
    openapi_generator(folder, "typescript-fetch", &folder.join("typescript-fetch"));
    check_typescript(folder);
}

#[test]
fn typescript_of_hard_names_type_checks() {
    let folder = documents("typescript", &tests::hard::names());
    typescript_of(&folder);
    fs::remove_dir_all(folder).unwrap();
}

/// Of what every deployment has. openapi-python-client knows no media types of scripts, and takes the plain one of files.
#[test]
fn clients_of_the_deployment_are_typed() {
    let folder = empty("deployment");
    fs::write(folder.join("openapi.json"), openapi::deployment().unwrap()).unwrap();
    typescript_of(&folder);
    openapi_python_client(&folder, "deployment_client", &[]);
    assert!(
        folder
            .join("deployment_client/api/tenant/import_rows.py")
            .exists()
    );
    openapi_generator(&folder, "python", &folder);
    import_python(&folder, "openapi_client");
    fs::remove_dir_all(folder).unwrap();
}

/// Of 200 tables with 100 columns each.
#[test]
fn typescript_of_a_large_schema_type_checks() {
    let folder = documents("large", &tests::hard::large());
    run(package("openapi-typescript")
        .arg(folder.join("openapi.json"))
        .arg("-o")
        .arg(folder.join("openapi-typescript.ts")));
    relay(
        &folder,
        "query documentsQuery { table3Collection(first: 1, filter: { column1: { eq: \"x\" } }) { nodes { id before { column2 } } } }",
    );
    check_typescript(&folder);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn python_of_hard_names_is_imported() {
    let folder = documents("python", &tests::hard::names());
    openapi_python_client(&folder, "hard_client", &["--fail-on-warning"]);
    fs::remove_dir_all(folder).unwrap();
}

/// Only of names in all scripts: what it writes for a property `int` or `bool` takes the property for the type.
#[test]
fn python_of_openapi_generator_is_imported() {
    let folder = documents("pydantic", tests::hard::UNICODE);
    openapi_generator(&folder, "python", &folder);
    import_python(&folder, "openapi_client");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn graphql_of_hard_names_is_typed() {
    let folder = documents("graphql", &tests::hard::names());
    let types = folder.join("types.ts");
    let plugins = serde_json::json!({ types.to_str().unwrap(): { "plugins": ["typescript"] } });
    let config = serde_json::json!({ "schema": folder.join("schema.graphql"), "generates": plugins });
    fs::write(folder.join("codegen.json"), config.to_string()).unwrap();
    run(package("graphql-codegen")
        .arg("--config")
        .arg(folder.join("codegen.json"))
        .current_dir(clients()));
    relay(
        &folder,
        "query documentsQuery { classCollection(first: 1) { nodes { nodeId id classId class { id } } } }",
    );
    check_typescript(&folder);
    fs::remove_dir_all(folder).unwrap();
}
