//! Serves the native host on the loopback interface, its data in memory: what a change does to an answer shows after a
//! native build, in seconds, where the Worker takes minutes. It answers one request at a time.
//!
//! `cargo run -p tests --example serve -- 8788` prints the address and the admin token.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use anyhow::{Context, Result};
use tests::case::{CaseRequest, CaseResponse};
use tests::host::TestHost;
use tests::native::Native;

fn main() -> Result<()> {
    let port = std::env::args().nth(1).map_or(Ok(8788), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("port {port} is taken"))?;
    let host = Native::new()?;
    println!("http://127.0.0.1:{port}, admin token {}", host.admin_token());
    for stream in listener.incoming() {
        if let Err(error) = answer(&host, stream?) {
            eprintln!("{error:#}");
        }
        // What was sent to shards is kept for golden files, which nobody writes here.
        drop(host.golden());
    }
    Ok(())
}

/// Reads one request, answers it and closes the connection.
fn answer(host: &Native, stream: TcpStream) -> Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = || -> Result<String> {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    };
    let first = line()?;
    let mut words = first.split(' ');
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Ok(());
    };
    let mut request = CaseRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    loop {
        let line = line()?;
        match line.split_once(':') {
            Some((name, value)) => {
                let header = (name.to_ascii_lowercase(), value.trim().to_owned());
                request.headers.push(header);
            }
            None => break,
        }
    }
    let length = request.headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(Ok(0), |(_, length)| length.parse())?;
    request.body.resize(length, 0);
    reader.read_exact(&mut request.body)?;
    let response = host.send(&request)?;
    send(reader.into_inner(), &request, &response)
}

fn send(mut stream: TcpStream, request: &CaseRequest, response: &CaseResponse) -> Result<()> {
    let mut head = format!("HTTP/1.1 {} .\r\nconnection: close\r\n", response.status);
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", response.body.len()));
    stream.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        stream.write_all(response.body.as_bytes())?;
    }
    Ok(())
}
