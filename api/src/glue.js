// What the gateway needs of its host, in as few and as small crossings as can be. A shard's text stays a JavaScript
// string from the object to the response.

/** Leaves a request for a shard: the entry takes it from there. The slice: a Rust slice is a view of all wasm memory. */
export function post(outbox, directory, name, request) {
  outbox.push(directory, name, request.slice());
}

/** The first half of a reply (see `seal` in the shard's glue), which has one character a byte. */
export function metaOf(reply) {
  const bytes = new Uint8Array(end(reply) - 3);
  for (let at = 0; at < bytes.length; at++) bytes[at] = reply.charCodeAt(at + 3);
  return bytes;
}

/** The second half of a reply. */
export const textOf = (reply) => reply.slice(end(reply));

function end(reply) {
  return 3 + (reply.charCodeAt(0) << 16) + (reply.charCodeAt(1) << 8) + reply.charCodeAt(2);
}

/**
 * Headers whose names and constants are known: names and values in turn, each ended by NUL, and U+0001 in place of a value that
 * each response has of its own.
 */
export function headerLayout(text) {
  const fields = text.split("\0");
  const layout = { headers: {}, own: [] };
  for (let at = 0; at + 1 < fields.length; at += 2) {
    layout.headers[fields[at]] = fields[at + 1];
    if (fields[at + 1] === "\x01") layout.own.push(fields[at]);
  }
  return layout;
}

/** The headers of a layout, with `values` for those that it leaves open, each ended by NUL. */
function headersOf(layout, values) {
  const headers = { ...layout.headers };
  const { own } = layout;
  let start = 0;
  for (let at = 0; at < own.length; at++) {
    const end = values.indexOf("\0", start);
    headers[own[at]] = values.slice(start, end);
    start = end + 1;
  }
  return headers;
}

/** A response. Its headers are handed on as an object: a list of pairs costs the runtime 20 µs more. */
export function respond(status, layout, values, body) {
  return new Response(body, { status, headers: headersOf(layout, values) });
}

/** A response that is made again when request and reply are the same: it carries what it was made of (see `repeats.js`, `inserts.js`). */
export function respondRepeatable(status, layout, values, text) {
  const made = { status, headers: headersOf(layout, values) };
  const response = new Response(text || null, made);
  response.repeats = { made, text };
  return response;
}

export const respondText = (status, layout, values, text) => respond(status, layout, values, text);

export const respondEmpty = (status, layout, values) => respond(status, layout, values, null);

/** Notes where the next part of an answer is: see `NEXT` in http.rs. */
export function setNext(response, next) {
  response.next = next;
}

export const adminToken = (env) => env.WORKERSQL_ADMIN_TOKEN || undefined;

/** Where task numbers start: another place in every wasm instance, so that none finds another instance's task. */
export const firstTask = () => Math.floor(Math.random() * 2 ** 31);

/** 32 unguessable bytes. */
export const random = () => crypto.getRandomValues(new Uint8Array(32));

export const now = () => Date.now();

export const log = (text) => console.error(text);
