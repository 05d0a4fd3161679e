// The Worker's entry. It owns every `await`: the gateway in wasm answers at once or leaves requests for shards in an
// outbox and is resumed with their replies. So a panic, which traps, comes out of a call here and fails that one request.
import { DurableObject } from "cloudflare:workers";
import { Line, enter, isJoined, isLate, leave, look, replied, untilRefused } from "./admission.js";
import { insertOf, Inserts } from "./inserts.js";
import { instantiate } from "./instance.js";
import { Kept } from "./kept.js";
import { playground } from "./playground.js";
import { asked, Repeats } from "./repeats.js";
import { Runs } from "./runs.js";

// Where new work goes. What waits in an earlier instance ends there.
let current = instantiate();

/**
 * Behind a panic, an instance's memory may be in the middle of a change: nothing new goes there. Its stack pointer is where
 * the panic left it, and what still waits there needs the stack.
 */
function retire(instance, stack) {
  instance.stackPointer.value = stack;
  if (instance === current) current = instantiate();
}

/** Calls into an instance, from outside of any other call into it. */
function entered(instance, call) {
  const stack = instance.stackPointer.value;
  try {
    return call(instance);
  } catch (error) {
    retire(instance, stack);
    throw error;
  }
}

// The headers that the gateway reads of each kind of request, `undefined` in place of those that it does not look at there:
// asking the runtime for one costs as much as planning a condition.
const NAMES = current.headerNames().split("\0").map((field) => field.split(" "));
const askedOf = (kind) => NAMES.map(([name, kinds]) => (kinds.includes(kind) ? name : undefined));
const OF_READS = askedOf("r");
const OF_DOCUMENTS = askedOf("d");
const OF_WRITES = askedOf("w");

// One bound for both: what one of them knows by a key is never the other's.
const kept = new Kept();
const repeats = new Repeats(kept);
const inserts = new Inserts(kept);

// Read whole into a wasm memory that all requests of an isolate share.
const MAX_BODY = 32 * 1024 * 1024;

export default {
  fetch(request, env) {
    // Asked for once: each look at it is a call of the runtime.
    const { url } = request;
    const page = playground(request, url, env);
    if (page !== undefined) return page;
    const tenant = tenantOf(url);
    return isLate(tenant) ? admittedLater(request, url, env, tenant) : admitted(request, url, env, tenant);
  },
};

/** One answer of several parts. A part is asked for when the client has taken those before it, so none is held longer. */
function streamed(first, request, env) {
  let part = first;
  let reader = first.body.getReader();
  let broken;
  const body = new ReadableStream({
    async pull(controller) {
      if (broken !== undefined) return controller.error(new Error(`a part of an answer failed with ${broken}`));
      for (;;) {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        const next = part.next;
        if (next === undefined) return controller.close();
        const url = new URL(next, request.url).href;
        part = await answer(new Request(url, { headers: request.headers }), url, env);
        // What was sent cannot be taken back. The last line says why the answer is cut short, and then it breaks off.
        if (!part.ok) {
          broken = part.status;
          return controller.enqueue(new TextEncoder().encode(`${(await part.text()).replaceAll("\n", "")}\n`));
        }
        reader = part.body.getReader();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, first);
}

async function admittedLater(request, url, env, name) {
  await look();
  return admitted(request, url, env, name);
}

function admitted(request, url, env, name) {
  if (name === undefined) return answer(request, url, env);
  const tenant = enter(name);
  // Said before the request is even read.
  return tenant === undefined ? refused() : answer(request, url, env, tenant);
}

/** A refusal, when it is its turn. */
function refused() {
  const wait = untilRefused();
  return wait < 1 ? overloaded() : new Promise((done) => setTimeout(() => done(overloaded()), wait));
}

/** The tenant that an address names, as it stands there; undefined where it names none. */
function tenantOf(url) {
  const path = url.indexOf("/", url.indexOf("//") + 2);
  if (!url.startsWith("/t/", path)) return undefined;
  const end = url.indexOf("/", path + 3);
  return end < 0 ? undefined : url.slice(path + 3, end);
}

function overloaded() {
  const detail = "the tenant has more requests under way than its shard can do: send this one again later; nothing was changed";
  return problem(503, "unavailable", "Try again later", detail, { "retry-after": "1" });
}

/**
 * The answer to a request. The tenant is the record of the one that it was noted for; without one, the answer is only the next part of
 * another.
 */
async function answer(request, url, env, tenant) {
  try {
    const { method } = request;
    const reads = method === "GET" || method === "HEAD";
    const body = reads ? undefined : await bodyOf(request);
    if (body === TOO_LARGE) return problem(413, "too_large", "Larger than the platform allows", `a body has at most ${MAX_BODY} bytes`);
    // A table may have that name, too.
    const documents = !reads && url.endsWith("/graphql") && !url.endsWith("/rest/graphql");
    const head = headOf(request.headers, method, url, reads ? OF_READS : documents ? OF_DOCUMENTS : OF_WRITES);
    const again = recognised(head, reads ? undefined : body, documents);
    const known = again?.known();
    let early;
    if (known !== undefined) {
      early = await delivered(env, tenant, false, known.name, known.letter);
      const response = known.response(early);
      if (response !== undefined) return response;
    }
    let outbox = [];
    const instance = current;
    let step = entered(instance, ({ begin }) => begin(head, body, env, outbox));
    // What the only letter was and what came back, as long as there is one.
    let exchange;
    for (let turn = 0; typeof step === "number"; turn++) {
      let replies;
      exchange = undefined;
      if (outbox.length === 3) {
        const [directory, name, bytes] = outbox;
        const letter = packed(bytes);
        let reply = early;
        if (reply === undefined || directory || name !== known.name || letter !== known.letter) {
          reply = await delivered(env, tenant, directory, name, letter);
        } else {
          early = undefined;
        }
        if (turn === 0) exchange = { name, letter, reply };
        replies = [reply];
      } else {
        replies = await deliveredAll(env, tenant, outbox);
      }
      outbox = [];
      const task = step;
      step = entered(instance, ({ resume }) => resume(task, replies, outbox));
    }
    if (step === undefined) throw new Error("the request's task is gone");
    if (exchange !== undefined && again !== undefined && step.repeats !== undefined) {
      again.note({ ...exchange, ...step.repeats }, {
        templateOf: (at, length) => entered(current, ({ templateOf }) => templateOf(head, body, at, length)),
        insertTemplateOf: (holed) => entered(current, ({ insertTemplateOf }) => insertTemplateOf(head, holed)),
      });
    }
    return step.next !== undefined && tenant !== undefined && method === "GET" ? streamed(step, request, env) : step;
  } catch (error) {
    console.error("a request failed:", error?.stack ?? error);
    return problem(500, "internal", "The server failed", "the server failed; nothing was changed");
  } finally {
    if (tenant !== undefined) leave(tenant);
  }
}

/** A request as one that may come again, in the same words or of the same form; undefined where it is none. */
function recognised(head, body, documents) {
  if (body === undefined) return among(repeats, asked(head));
  if (body.length > MOST_PACKED || !head.startsWith("POST")) return undefined;
  const text = packed(body);
  // A query that mentions the word is only planned each time.
  if (documents && !text.includes("mutation")) return among(repeats, asked(head, text));
  return among(inserts, insertOf(head, text, documents));
}

/** What is known of a request among those of a kind, and how its exchange is noted. */
const among = (kind, request) => request && { known: () => kind.get(request), note: (...made) => kind.note(request, ...made) };

/** Method, URL and the headers that matter, each ended by NUL; a header that is missing is U+0001. One text crosses faster than many. */
function headOf(headers, method, url, names) {
  let head = method + "\0" + url;
  for (const name of names) {
    head += "\0" + (name === undefined ? "\x01" : (headers.get(name) ?? "\x01"));
  }
  return head;
}

const TOO_LARGE = Symbol("too large");

async function bodyOf(request) {
  if (Number(request.headers.get("content-length")) > MAX_BODY) return TOO_LARGE;
  const body = await request.arrayBuffer();
  return body.byteLength > MAX_BODY ? TOO_LARGE : new Uint8Array(body);
}

/** Sends a letter to the object of that name. */
function sent(env, tenant, directory, name, letter) {
  if (directory) return env.DIRECTORY.getByName(name).run(letter);
  const stub = env.SHARDS.get(shardOf(env, name));
  return isJoined(tenant, isWrite(letter)) ? stub.run(letter, true) : stub.run(letter);
}

// `wire::Request::Write` and `Transact`.
const WRITE = 1;
const TRANSACT = 2;

function isWrite(letter) {
  const kind = typeof letter === "string" ? letter.charCodeAt(0) : letter[0];
  return kind === WRITE || kind === TRANSACT;
}

// The objects of tenants that were asked lately: making one's name into its identifier is a digest. All go when there are more.
const MOST_IDS = 1024;

const ids = new Map();

function shardOf(env, name) {
  let id = ids.get(name);
  if (id === undefined) {
    if (ids.size >= MOST_IDS) ids.clear();
    id = env.SHARDS.idFromName(name);
    ids.set(name, id);
  }
  return id;
}

/** The reply to a letter, or the error that stands for it. How long it took is noted of the tenant. */
async function delivered(env, tenant, directory, name, letter) {
  const underWay = tenant?.underWay;
  const from = Date.now();
  let reply;
  try {
    reply = await sent(env, tenant, directory, name, letter);
  } catch (error) {
    reply = failed(error);
  }
  if (tenant !== undefined) replied(tenant, underWay, Date.now() - from);
  return reply;
}

/** The error that stands for a reply. */
function failed(error) {
  console.error("a shard failed:", error?.stack ?? error);
  return error;
}

// A message of so many bytes goes as a text, one character a byte, which crosses from object to object at less cost.
const MOST_PACKED = 4096;

function packed(bytes) {
  return bytes.length <= MOST_PACKED ? String.fromCharCode.apply(null, bytes) : bytes;
}

function unpacked(message) {
  if (typeof message !== "string") return message;
  const bytes = new Uint8Array(message.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = message.charCodeAt(at);
  return bytes;
}

function deliveredAll(env, tenant, outbox) {
  const replies = [];
  for (let at = 0; at < outbox.length; at += 3) {
    replies.push(sent(env, tenant, outbox[at], outbox[at + 1], packed(outbox[at + 2])).catch(failed));
  }
  return Promise.all(replies);
}

/** What the entry answers by itself: it has read and written no rows. */
function problem(status, code, title, detail, headers) {
  return new Response(JSON.stringify({ type: `urn:workersql:error:${code}`, title, status, detail, code }), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "*",
      "workersql-rows-read": "0",
      "workersql-rows-written": "0",
      ...headers,
    },
  });
}

/** An object whose work happens in wasm. Behind a panic it starts afresh from its storage, in a fresh instance. */
class Host extends DurableObject {
  #instance;
  #core;
  #line = new Line();

  /** The reply to a request, which may be `joined` with others that come soon: see `Line`. */
  run(request, joined) {
    return this.#line.run(() => this.#run(request), joined);
  }

  #run(request) {
    if (this.#instance !== current) {
      this.#instance = current;
      this.#core = undefined;
    }
    return entered(this.#instance, (instance) => {
      this.#core ??= this.open(instance);
      return this.ask(this.#core, request);
    });
  }

  ask(core, request) {
    return core.run(unpacked(request));
  }
}

/** A tenant's rows. */
export class Shard extends Host {
  #runs;

  open({ shardCore }) {
    this.#runs = new Runs();
    return shardCore(this.ctx.storage, this.ctx.id.toString(), crypto.randomUUID().replaceAll("-", ""));
  }

  ask(core, request) {
    return this.#runs.run(core, request, unpacked);
  }
}

/** The list of tenants. */
export class Directory extends Host {
  open({ DirectoryCore }) {
    return new DirectoryCore(this.ctx.storage);
  }
}
