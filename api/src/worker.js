// The Worker's entry. It owns every `await`: the gateway in wasm answers at once or leaves requests for shards in an
// outbox and is resumed with their replies. So no request can hang on a wasm instance that is gone.
import { DurableObject } from "cloudflare:workers";
import { DirectoryCore, ShardCore, begin, headerNames, resume } from "./index.js";

const HEADERS = headerNames().split("\0");
// Read whole into a wasm memory that all requests of an isolate share.
const MAX_BODY = 32 * 1024 * 1024;

export default {
  async fetch(request, env) {
    try {
      const body = await bodyOf(request);
      if (body === TOO_LARGE) return problem(413, "too_large", "Larger than the platform allows", `a body has at most ${MAX_BODY} bytes`);
      let outbox = [];
      let step = begin(headOf(request), body, env, outbox);
      while (typeof step === "number") {
        const replies = outbox.length === 3 ? [await delivered(env, outbox, 0)] : await deliveredAll(env, outbox);
        outbox = [];
        step = resume(step, replies, outbox);
      }
      return step;
    } catch (error) {
      console.error("a request failed:", error?.stack ?? error);
      return problem(500, "internal", "The server failed", "the server failed; nothing was changed");
    }
  },
};

/** Method, URL and the headers that matter, each ended by NUL; a header that is missing is U+0001. One text crosses faster than many. */
function headOf(request) {
  const { headers } = request;
  let head = request.method + "\0" + request.url;
  for (const name of HEADERS) head += "\0" + (headers.get(name) ?? "\x01");
  return head;
}

const TOO_LARGE = Symbol("too large");

async function bodyOf(request) {
  if (request.body === null) return undefined;
  if (Number(request.headers.get("content-length")) > MAX_BODY) return TOO_LARGE;
  const body = await request.arrayBuffer();
  return body.byteLength > MAX_BODY ? TOO_LARGE : new Uint8Array(body);
}

/** The reply to one request of the outbox, or the error that stands for it. */
async function delivered(env, outbox, at) {
  const space = outbox[at] ? env.DIRECTORY : env.SHARDS;
  try {
    return await space.getByName(outbox[at + 1]).run(outbox[at + 2]);
  } catch (error) {
    console.error("a shard failed:", error?.stack ?? error);
    return error;
  }
}

function deliveredAll(env, outbox) {
  const replies = [];
  for (let at = 0; at < outbox.length; at += 3) replies.push(delivered(env, outbox, at));
  return Promise.all(replies);
}

function problem(status, code, title, detail) {
  return new Response(JSON.stringify({ type: `urn:workersql:error:${code}`, title, status, detail, code }), {
    status,
    headers: { "content-type": "application/problem+json", "access-control-allow-origin": "*" },
  });
}

/** An object whose work happens in wasm. After a failure it starts afresh from its storage. */
class Host extends DurableObject {
  #core;

  run(request) {
    this.#core ??= this.open();
    try {
      return this.#core.run(request);
    } catch (error) {
      this.#core = undefined;
      throw error;
    }
  }
}

/** A tenant's rows. */
export class Shard extends Host {
  open() {
    return new ShardCore(this.ctx.storage, crypto.randomUUID().replaceAll("-", ""));
  }
}

/** The list of tenants. */
export class Directory extends Host {
  open() {
    return new DirectoryCore(this.ctx.storage);
  }
}
