//! A plain HTTP/1.1 client for the loopback interface: one connection, kept alive.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, bail};

/// How long an answer may take.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// A connection to a port of the loopback interface.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<TcpStream>,
    port: u16,
    request: Vec<u8>,
}

/// A response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Header names, in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, whose name is given in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body as a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// Nobody listens there.
    pub fn open(port: u16) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LONGEST_WAIT))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            port,
            request: Vec::new(),
        })
    }

    /// Gets a path.
    ///
    /// # Errors
    /// See [`Self::send`].
    pub fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        self.send("GET", path, &[], b"")
    }

    /// Sends a request and reads the response. The path may have a query.
    ///
    /// # Errors
    /// The connection broke, the response took more than a minute or is not HTTP.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> anyhow::Result<Answer> {
        self.request.clear();
        write!(
            self.request,
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\n",
            self.port
        )?;
        for (name, value) in headers {
            write!(self.request, "{name}: {value}\r\n")?;
        }
        if !body.is_empty() || !matches!(method, "GET" | "HEAD") {
            write!(self.request, "content-length: {}\r\n", body.len())?;
        }
        self.request.extend_from_slice(b"\r\n");
        self.request.extend_from_slice(body);
        let answer = self.exchange(method == "HEAD");
        if answer.is_err() && matches!(method, "GET" | "HEAD") {
            // A server may close a connection that was idle, and a safe request may be sent again (RFC 9110, 9.2.2).
            self.stream = Self::open(self.port)?.stream;
            return self.exchange(method == "HEAD");
        }
        answer
    }

    fn exchange(&mut self, bodiless: bool) -> anyhow::Result<Answer> {
        self.stream.get_mut().write_all(&self.request)?;
        self.receive(bodiless)
    }

    fn receive(&mut self, bodiless: bool) -> anyhow::Result<Answer> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.with_context(|| format!("not HTTP: {first:?}"))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            match line.split_once(':') {
                Some((name, value)) => headers.push((name.to_ascii_lowercase(), value.trim().to_owned())),
                None if line.is_empty() => break,
                None => bail!("not a header: {line:?}"),
            }
        }
        let mut answer = Answer {
            status,
            headers,
            body: Vec::new(),
        };
        if bodiless || status == 204 || status == 304 {
            return Ok(answer);
        }
        answer.body = self.body(&answer)?;
        Ok(answer)
    }

    fn body(&mut self, answer: &Answer) -> anyhow::Result<Vec<u8>> {
        let mut body = Vec::new();
        if let Some(length) = answer.header("content-length") {
            body.resize(length.parse()?, 0);
            self.stream.read_exact(&mut body)?;
            return Ok(body);
        }
        if answer.header("transfer-encoding") != Some("chunked") {
            self.stream.read_to_end(&mut body)?;
            return Ok(body);
        }
        loop {
            let size = usize::from_str_radix(self.line()?.trim(), 16)?;
            let from = body.len();
            body.resize(from + size, 0);
            self.stream.read_exact(&mut body[from..])?;
            self.line()?;
            if size == 0 {
                return Ok(body);
            }
        }
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the connection was closed");
        }
        line.truncate(line.trim_end_matches(['\r', '\n']).len());
        Ok(line)
    }
}
