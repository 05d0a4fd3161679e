//! Answers requests on the native host, for `cargo xtask instructions` to count what each takes.
//!
//! The folder that it is given holds `schema.sql`, `data.sql` (a script a line) and `requests.json`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use tests::case::CaseRequest;
use tests::host::{Tenant, TestHost};
use tests::native::Native;

/// How often each is answered before anything is counted: what is kept is kept by then.
const WARM: usize = 3;

#[derive(Deserialize)]
struct Asked {
    method: String,
    path: String,
    body: String,
    prefer: Option<String>,
    times: usize,
}

/// Takes the place of the system's, so that hash tables have the same seeds, and so the same collisions, in every run.
///
/// # Safety
/// As the system's: `buffer` has room for `length` bytes.
#[expect(
    unsafe_code,
    reason = "the standard library asks the system for seeds, and takes no others"
)]
#[unsafe(no_mangle)]
unsafe extern "C" fn getrandom(buffer: *mut u8, length: usize, _flags: u32) -> isize {
    // SAFETY: the caller promises the room.
    unsafe { buffer.write_bytes(7, length) };
    isize::try_from(length).unwrap_or(-1)
}

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("which folder?")?);
    let text = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("reading {name}"));
    let host = Native::untraced()?;
    let tenant = Tenant::create(&host, "bench")?;
    tenant.push("application/sql", &text("schema.sql")?)?;
    for script in text("data.sql")?.lines() {
        tenant.import(script)?;
    }
    let requests: Vec<Asked> = serde_json::from_str(&text("requests.json")?)?;
    for asked in requests {
        let mut headers = vec![
            ("authorization".to_owned(), format!("Bearer {}", tenant.key)),
            ("content-type".to_owned(), "application/json".to_owned()),
        ];
        headers.extend(asked.prefer.map(|prefer| ("prefer".to_owned(), prefer)));
        let request = CaseRequest {
            method: asked.method,
            path: asked.path,
            headers,
            body: asked.body.into_bytes(),
        };
        for _ in 0..WARM {
            let response = host.send(&request)?;
            ensure!(
                response.status / 100 == 2,
                "{}: {}",
                response.status,
                response.body
            );
        }
        counted_requests(&host, &request, asked.times)?;
    }
    Ok(())
}

/// What is counted. The name is how callgrind finds it.
#[inline(never)]
fn counted_requests(host: &Native, request: &CaseRequest, times: usize) -> Result<()> {
    for _ in 0..times {
        host.send(request)?;
    }
    Ok(())
}
