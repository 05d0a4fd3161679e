// Requests that come again: what they send to a shard, and what was made of its reply. Planning is pure and the catalog's version
// goes along, so the same request sends the same letter for as long as the catalog is the same, and a shard refuses it afterwards.
// Where the first half of the reply is the same again, too, so are status and headers: wasm has nothing to do. Where it is not,
// the gateway is asked as ever, and finds its letter answered already. No answer is kept: its text is always the shard's.
//
// Requests of one form, which differ in one integer, are as good as the same where the gateway says that it goes into the letter
// and nowhere else (`template/read.rs`): their letters differ in it alone.

import { positive } from "./postcard.js";

// In place of the integer in a form; no request has it.
const HOLE = "\x02";

// The first integer of a form without a template: it is not asked for again while that is kept.
const NONE = "none";

// The key of a row at the end of a path, in the head of a request; the digits end the match.
const OF_PATH = /^\w+\0\w+:\/\/[^/?#\0]*\/t\/[^/?#\0]+\/rest\/[^/?#\0]+\/([1-9]\d{0,8})(?=[?\0])/;

// The first member of a JSON text that is an integer, and else one that is the text of an integer, as those of 64 bits are written; the
// digits end the match.
const OF_BODY = /": ?([1-9]\d{0,8})(?=[,}])/;
const OF_TEXT = /": ?"([1-9]\d{0,8})(?="[,}])/;

/**
 * A request as one that comes again. `head` and `text` (the body, one character a byte; undefined without one) are what it is;
 * `digits` is the integer in which others of its form differ from it, `at` its place in the body.
 */
export function asked(head, text) {
  const found = text === undefined ? OF_PATH.exec(head) : (OF_BODY.exec(text) ?? OF_TEXT.exec(text));
  const key = text === undefined ? head : `${head}\0${text}`;
  if (found === null) return { key };
  const digits = found[1];
  const at = found.index + found[0].length - digits.length;
  const behind = (text === undefined ? 0 : head.length + 1) + at;
  return { key, form: key.slice(0, behind) + HOLE + key.slice(behind + digits.length), digits, at };
}

/** Repeats by request or by form; those that did not come for longest go. */
export class Repeats {
  #kept;

  constructor(kept) {
    this.#kept = kept;
  }

  /** What is known of a request: `name` and `letter` are what it sends, and `response` makes what is answered of the reply, if it can. */
  get({ key, form, digits }) {
    const open = form === undefined ? undefined : this.#kept.get(form);
    const repeat = open?.template === undefined ? this.#kept.get(key) : open;
    if (repeat === undefined) return undefined;
    const letter = repeat === open ? filled(open, digits) : repeat.letter;
    return { name: repeat.name, letter, response: (reply) => repeated(repeat, reply) };
  }

  /**
   * Notes what was made of a reply. `letter` is what was sent for it, to the object of that `name`; `made` is the response's status
   * and headers, and `text` its body, which is the reply's second half. `templateOf` asks the gateway how much of
   * the letter stands behind an integer at that place: should its catalog be another already, so is the shard's, which refuses the
   * letter.
   */
  note({ key, form, digits, at }, { name, letter, reply, made, text }, { templateOf }) {
    if (typeof letter !== "string" || !reply.endsWith(text)) return;
    const repeat = { name, letter, made, meta: reply.slice(0, reply.length - text.length) };
    const known = form === undefined ? undefined : this.#kept.get(form);
    if (form !== undefined && known === undefined) {
      // The first of its form: others may never come.
      this.#put(form, { letter: "", meta: "", first: digits });
    } else if (known !== undefined && known.first !== digits && known.first !== NONE) {
      let { template } = known;
      if (template === undefined || filled(known, digits) !== letter) {
        const behind = templateOf(at, digits.length);
        template = behind === undefined ? undefined : [letter.length - behind - positive(Number(digits)).length, behind];
      }
      if (template !== undefined && filled({ letter, template }, digits) === letter) {
        this.#put(form, { ...repeat, template, ...tagged(repeat) });
        return;
      }
      this.#put(form, { letter: "", meta: "", first: NONE });
    }
    this.#put(key, repeat);
  }

  #put(key, repeat) {
    this.#kept.put(key, repeat, repeat.letter.length + repeat.meta.length);
  }
}

/** A template's letter with that integer in it. */
function filled({ letter, template: [before, behind] }, digits) {
  return letter.slice(0, before) + positive(Number(digits)) + letter.slice(letter.length - behind);
}

/**
 * How the tag of a row is made of what is told of it, whose end is then the row's state: it is the same but for that in others. So
 * it is of requests without conditions on the tag, as those with a template are.
 */
function tagged({ meta, made }) {
  const tag = made.headers.etag;
  const state = tag?.slice(1, tag.indexOf("-"));
  if (!state || !meta.endsWith(state)) return undefined;
  return { stateless: meta.slice(0, -state.length), representation: tag.slice(1 + state.length) };
}

/** The response to a reply, if it is to be the one that was made before, or one that has only another tag. */
function repeated({ meta, made, stateless, representation }, reply) {
  if (typeof reply !== "string" || !reply.startsWith(stateless ?? meta)) return undefined;
  const text = reply.slice(meta.length) || null;
  if (stateless === undefined) return new Response(text, made);
  const etag = `"${reply.slice(stateless.length, meta.length)}${representation}`;
  return new Response(text, { status: made.status, headers: { ...made.headers, etag } });
}
