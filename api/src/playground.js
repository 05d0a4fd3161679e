// The playground's pages: files that the build made, from the binding ASSETS. Everything that is text is kept gzipped.

const PATH = /^\/(?:t\/[^/]+\/)?playground(?:\/(.*))?$/;

const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

const RAW = new Set(["woff2"]);

// Styles are set by scripts of the pages' components; scripts come from here alone, and none is written into a page.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A promise of the answer where the path is the playground's, and nothing where it is not. */
export function playground(request, url, env) {
  // What nearly every request costs: one look through a short text.
  if (!url.includes("/playground") || env.ASSETS === undefined) return undefined;
  const path = PATH.exec(new URL(url).pathname);
  return path === null ? undefined : answer(request, env, path[1] ?? "");
}

async function answer(request, env, rest) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return new Response("this path takes GET, HEAD\n", { status: 405, headers: { allow: "GET, HEAD" } });
  }
  const isFile = rest.startsWith("assets/");
  const name = isFile ? rest : "index.html";
  const type = name.slice(name.lastIndexOf(".") + 1);
  const gzipped = !RAW.has(type);
  const file = await env.ASSETS.fetch(`http://assets/${name}${gzipped ? ".gz" : ""}`);
  if (!file.ok || !(type in TYPES)) return new Response("no such file\n", { status: 404 });
  const headers = {
    "cache-control": isFile ? "public, max-age=31536000, immutable" : "no-cache",
    "content-type": TYPES[type],
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  if (!gzipped) return new Response(file.body, { headers });
  headers.vary = "accept-encoding";
  if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) {
    return new Response(file.body.pipeThrough(new DecompressionStream("gzip")), { headers });
  }
  headers["content-encoding"] = "gzip";
  return new Response(file.body, { headers, encodeBody: "manual" });
}
