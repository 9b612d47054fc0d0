// JSON as RFC 8785 writes it and in no other spelling: no white space, members in the order of their names, nothing
// escaped without need, each number as ECMAScript writes it. A value stays the text that was hashed, and equal values
// are equal texts.
import { FormError } from "./form.mjs";

const DEEPEST = 64;
const NUMBER = /-?(?:0|[0-9]{1,1000})(?:\.[0-9]{1,1000})?(?:[eE][+-]?[0-9]{1,3})?/y;
const CONTROL = /[\u0000-\u001f]/;
const SHORT = { '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const ESCAPED = /\\(?:(["\\bfnrt])|u(00[01][0-9a-f])|)/g;

class Reading {
  at = 0;
  #depth = 0;

  constructor(text) {
    this.text = text;
  }

  bad(what) {
    return new FormError(`at character ${this.at}: ${what}`);
  }

  take(c) {
    if (this.text[this.at] !== c) return false;
    this.at++;
    return true;
  }

  expect(c) {
    if (!this.take(c)) throw this.bad(`no ${c}`);
  }

  end() {
    if (this.at !== this.text.length) throw this.bad("something after the end");
  }

  value() {
    if (this.#depth === DEEPEST) throw this.bad("nested too deeply");
    this.#depth++;
    switch (this.text[this.at]) {
      case "{": this.object(() => {}); break;
      case "[": this.#array(); break;
      case '"': this.string(); break;
      case "t": this.#word("true"); break;
      case "f": this.#word("false"); break;
      case "n": this.#word("null"); break;
      default: this.#number();
    }
    this.#depth--;
  }

  /** @param member told the name of each member and the text of its value */
  object(member) {
    this.expect("{");
    if (this.take("}")) return;
    let before = null;
    do {
      const name = this.string();
      // Compared by their UTF-16 code units, as JavaScript compares strings.
      if (before !== null && before >= name) throw this.bad("a member stands twice, or before its place");
      before = name;
      this.expect(":");
      const from = this.at;
      this.value();
      member(name, this.text.slice(from, this.at));
    } while (this.take(","));
    this.expect("}");
  }

  #array() {
    this.expect("[");
    if (this.take("]")) return;
    do this.value(); while (this.take(","));
    this.expect("]");
  }

  string() {
    this.expect('"');
    const from = this.at;
    let end = from;
    for (;;) {
      end = this.text.indexOf('"', end);
      if (end < 0) throw this.bad("a text without its end");
      let slashes = 0;
      while (end - slashes > from && this.text[end - slashes - 1] === "\\") slashes++;
      if (slashes % 2 === 0) break;
      end++;
    }
    this.at = end + 1;
    const raw = this.text.slice(from, end);
    if (CONTROL.test(raw)) throw this.bad("a control character");
    return raw.includes("\\") ? raw.replace(ESCAPED, (_, short, code) => this.#unescaped(short, code)) : raw;
  }

  /** Only what cannot stand as it is, and in its shortest way: each text has one spelling. */
  #unescaped(short, code) {
    if (short !== undefined) return SHORT[short];
    const said = code === undefined ? undefined : String.fromCharCode(parseInt(code, 16));
    if (said === undefined || "\b\f\n\r\t".includes(said)) throw this.bad("an escape that there is not");
    return said;
  }

  #number() {
    NUMBER.lastIndex = this.at;
    const [raw] = NUMBER.exec(this.text) ?? [];
    if (raw === undefined) throw this.bad("no JSON value");
    if (String(Number(raw)) !== raw) throw this.bad("a number in another spelling than its own");
    this.at += raw.length;
  }

  #word(word) {
    if (!this.text.startsWith(word, this.at)) throw this.bad("no JSON value");
    this.at += word.length;
  }
}

/** The members of an object: name → text of its value. */
export function membersOf(text) {
  const members = new Map();
  const reading = new Reading(text);
  reading.object((name, value) => members.set(name, value));
  reading.end();
  return members;
}

/** What the text of a value says if it is a string; undefined if it is another value or none. */
export function stringOf(raw) {
  if (raw === undefined || !raw.startsWith('"')) return undefined;
  const reading = new Reading(raw);
  const said = reading.string();
  reading.end();
  return said;
}
