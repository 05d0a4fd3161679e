//! Serves WorkerSQL on this machine.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, bail};
use runtime::{Worker, Workerd};

use crate::{DevArguments, demo, playground, setup, worker};

/// The admin token where the environment sets none. Only this machine can use it: the server listens on loopback.
const TOKEN: &str = "workersql-dev";

/// `cargo xtask dev`.
pub(crate) fn run(arguments: &DevArguments) -> anyhow::Result<()> {
    let port = arguments.port;
    check_port(port)?;
    setup::run_all()?;
    worker::build_if_changed()?;
    playground::build_if_changed()?;
    let token = std::env::var(runtime::ADMIN_TOKEN).unwrap_or_else(|_| TOKEN.to_owned());
    let state = std::path::absolute(&arguments.state).context("finding the state folder")?;
    let asked_to_end = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&asked_to_end);
    ctrlc::set_handler(move || heard.store(true, Ordering::Relaxed)).context("listening for Ctrl-C")?;
    let mut server = Workerd::start(&Worker::workersql(state), port, &token, "/healthz")?;
    if arguments.demo {
        demo::fill(port, &token)?;
    }
    greet(port, &token, arguments.demo);
    while !asked_to_end.load(Ordering::Relaxed) {
        if let Some(status) = server.exited()? {
            bail!(
                "workerd ended ({status}): its last words are in {}/workerd.log",
                arguments.state.display()
            );
        }
        sleep(Duration::from_millis(50));
    }
    server.stop()
}

fn check_port(port: u16) -> anyhow::Result<()> {
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is taken: stop what listens on it, or choose another with `--port`");
    }
    Ok(())
}

fn greet(port: u16, token: &str, demo: bool) {
    let url = format!("http://127.0.0.1:{port}");
    println!("\nWorkerSQL is ready at {url}");
    let page = if demo { "/t/demo/playground" } else { "/playground" };
    println!("  playground   {url}{page}");
    println!("  admin token  {token}");
    println!("  health       {url}/healthz");
    println!("\nTry it:\n");
    if demo {
        println!("  curl -s '{url}/t/demo/rest/book?limit=3' -H 'authorization: Bearer {token}'\n");
    } else {
        println!(
            "  curl -s {url}/admin/tenants -H 'authorization: Bearer {token}' -H 'content-type: application/json' \
             -d '{{\"name\": \"shop\"}}'\n"
        );
    }
    println!("Ctrl-C ends it; the data stays.");
}
