// What the gateway needs of its host, in as few and as small crossings as can be. A shard's text stays a JavaScript
// string from the object to the response.

/** Leaves a request for a shard: the entry takes it from there. The slice: a Rust slice is a view of all wasm memory. */
export function post(outbox, directory, name, request) {
  outbox.push(directory, name, request.slice());
}

/** The first half of a reply (see `seal` in the shard's glue), one character a byte. */
export const metaOf = (reply) => reply.slice(3, end(reply));

/** The second half of a reply. */
export const textOf = (reply) => reply.slice(end(reply));

function end(reply) {
  return 3 + (reply.charCodeAt(0) << 16) + (reply.charCodeAt(1) << 8) + reply.charCodeAt(2);
}

/**
 * A response. `headers` holds names, each once, and values in turn, each ended by NUL. They are handed on as an object:
 * a list of pairs costs the runtime 20 µs more.
 */
export function respond(status, headers, body) {
  const fields = headers.split("\0");
  const named = {};
  for (let at = 0; at + 1 < fields.length; at += 2) named[fields[at]] = fields[at + 1];
  return new Response(body, { status, headers: named });
}

export const respondText = (status, headers, text) => respond(status, headers, text);

export const respondEmpty = (status, headers) => respond(status, headers, null);

export const adminToken = (env) => env.WORKERSQL_ADMIN_TOKEN || undefined;

/** Where task numbers start: another place in every wasm instance, so that none finds another instance's task. */
export const firstTask = () => Math.floor(Math.random() * 2 ** 31);

/** 32 unguessable bytes. */
export const random = () => crypto.getRandomValues(new Uint8Array(32));

export const now = () => Date.now();

export const log = (text) => console.error(text);
