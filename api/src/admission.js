// Who is let in: a tenant who is asked for more than its shard can do is answered at the shard's full rate, everybody beyond is told
// within a tenth of a second, and nobody waits for long.

// How many requests of one tenant may be under way: at the most, and in any case.
const MOST = 256;
const FEW = 32;

// Milliseconds that one more may have to wait, as the shard has been: it does one request after the other.
const LONGEST_WAIT = 250;

const tenants = new Map();

// Of all tenants.
let underWay = 0;

/** Notes a request of a tenant and answers the tenant's record, unless the tenant's shard has more to do than it can. */
export function enter(name) {
  let tenant = tenants.get(name);
  if (tenant === undefined) {
    tenant = { name, underWay: 0, least: Infinity, each: 0 };
    tenants.set(name, tenant);
  } else if (tenant.underWay >= FEW && (tenant.underWay >= MOST || tenant.underWay * tenant.each > LONGEST_WAIT)) {
    return undefined;
  }
  tenant.underWay++;
  underWay++;
  return tenant;
}

export function leave(tenant) {
  underWay--;
  if (--tenant.underWay === 0) tenants.delete(tenant.name);
}

// To refuse takes the thread on which the shard works, too. So many a millisecond are refused as they come, with some saved up; what goes
// beyond waits for its turn, but not for longer than this: who is refused and asks again at once would else keep the shard from its work.
const REFUSED_EACH = 2;
const SAVED = 32;
const LONGEST_REFUSAL = 100;

// When the next one is refused.
let refusal = 0;

/** How many milliseconds one more refusal waits. */
export function untilRefused() {
  const now = Date.now();
  refusal = Math.max(refusal, now - SAVED / REFUSED_EACH);
  const wait = Math.max(refusal - now, 0);
  if (wait < LONGEST_REFUSAL) refusal += 1 / REFUSED_EACH;
  return Math.min(wait, LONGEST_REFUSAL);
}

/**
 * Notes how long a reply took that was waited for where so many requests were under way. As long as the quickest took is the way
 * there and back; the rest was waiting for the others, each in its turn.
 */
export function replied(tenant, others, took) {
  if (took < tenant.least) tenant.least = took;
  tenant.each += ((took - tenant.least) / others - tenant.each) / 4;
}

// workerd looks at its sockets only when there is nothing left to do. Clients that ask again at once keep it from that, and all others
// wait, even to be refused. So when work has gone on for so many milliseconds, what comes waits for a timer: the rest is done
// soon, and workerd looks. Of a tenant that has more than a few under way, some may have to be refused, which is said at once: what
// comes for it waits for a look at every turn.
const LONGEST_TURN = 50;
const TURN_OF_MANY = 1;

let looked = 0;

/** Whether it is time to look at the sockets before a request of this tenant is taken in. */
export function isLate(name) {
  return hasGoneOnFor(tenants.get(name)?.underWay > FEW ? TURN_OF_MANY : LONGEST_TURN);
}

function hasGoneOnFor(milliseconds) {
  const now = Date.now();
  if (underWay === 0) looked = now;
  return now - looked > milliseconds;
}

/** Waits until they were looked at so many times. One look finds a few of the sockets that are ready. */
export async function look(times = 1) {
  for (let at = 0; at < times; at++) await new Promise((done) => setTimeout(done, 0));
  looked = Date.now();
}

// Of so many requests of a tenant under way, another may write as well; reads are only done together where they are more.
const SEVERAL = 2;
const CROWD = 8;

/** Whether a call of this tenant's object is to wait for others, to be done with them: see `Line`. */
export function isJoined(tenant, writes) {
  return tenant !== undefined && tenant.underWay >= (writes ? SEVERAL : CROWD);
}

// Where more calls than these wait for one object, more sockets may be ready, too.
const MANY = 16;
const LOOKS = 8;

const looksFor = (waiting) => (waiting > MANY ? LOOKS : 1);

/**
 * The calls of one object that wait, in their order: where work has gone on for long, until the sockets were looked at; and those that
 * are joined, for what else comes until the event loop has nothing left to do. They are made in one turn of it. What an object writes
 * in one turn is one commit and one fsync, which is most of an insert's cost, and no reply leaves before it is on the disk; each write
 * is a transaction of its own all the same, within the one that is committed. Reads that are made one behind the other cost less, too.
 */
export class Line {
  #waiting = [];

  /** Makes a call; one that is `joined` together with others. */
  run(call, joined) {
    if (!joined && !hasGoneOnFor(LONGEST_TURN)) return call();
    return new Promise((done, failed) => {
      if (this.#waiting.push({ call, done, failed }) === 1) void this.#together();
    });
  }

  /** Makes the calls that wait, and those that come before it is through: each stays in the list until it is made, so this goes on once. */
  async #together() {
    await look();
    while (this.#waiting.length > 0) {
      if (hasGoneOnFor(LONGEST_TURN)) await look(looksFor(this.#waiting.length));
      const { call, done, failed } = this.#waiting[0];
      try {
        done(call());
      } catch (error) {
        failed(error);
      }
      this.#waiting.shift();
    }
  }
}
