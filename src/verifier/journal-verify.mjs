#!/usr/bin/env node
// A second check of an export of the journal, written from docs/spec/journal.md alone and in another language than
// the product, so that a flaw of the one program is not believed by the other. Node 20 or later, no packages.
//
//   node journal-verify.mjs FILE [--checkpoint FILE]... [--key FILE]...
//
// Exit status and rules are those of docs/spec/journal.md. FILE is NDJSON or CSV as it was exported; memory holds
// one line, the right edge of the tree, and the last marking of each document.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";

const FORMAT = "glasnost-journal-export/1";
const MOST_FLAWS = 100;
const ED25519 = 1;
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^(0|[1-9][0-9]{0,14})$/;
const COLUMNS = "type,index,id,at,kind,commitment,salt,content";

class FormError extends Error {}

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};

// --- JSON: the raw text of each member, since what is hashed is the text and not a rendering of it ---

function afterString(text, from) {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  throw new FormError("a string without an end");
}

function afterValue(text, from) {
  if (text[from] === '"') return afterString(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '"') {
      at = afterString(text, at) - 1;
    } else if (c === "{" || c === "[") {
      depth++;
    } else if (c === "}" || c === "]") {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (c === "," && depth === 0) {
      return at;
    }
  }
  throw new FormError("a value without an end");
}

function parsed(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    throw new FormError("no JSON");
  }
}

/** The members of one line of NDJSON: name → raw text. */
function membersOf(line) {
  const whole = parsed(line);
  if (whole === null || typeof whole !== "object" || Array.isArray(whole)) throw new FormError("a line that is no object");
  const members = new Map();
  let at = 1;
  while (at < line.length && line[at] !== "}") {
    const named = afterString(line, at);
    const name = JSON.parse(line.slice(at, named));
    if (line[named] !== ":") throw new FormError("blanks in a line that is to be canonical");
    const end = afterValue(line, named + 1);
    if (members.has(name)) throw new FormError(`${name} is there twice`);
    members.set(name, line.slice(named + 1, end));
    at = line[end] === "," ? end + 1 : end;
  }
  return members;
}

/** The members of one row of CSV, as its line of NDJSON would have them. */
function membersOfRow([type, index, id, at, kind, commitment, salt, content]) {
  if (type !== "event" && type !== "leaf") {
    const members = membersOf(content);
    if (text(members, "type") !== type) throw new FormError("a row whose line is of another type");
    return members;
  }
  const quoted = (value) => JSON.stringify(value);
  const members = new Map([["type", quoted(type)], ["index", index], ["commitment", quoted(commitment)]]);
  if (type === "event" && content !== "") {
    members.set("body", content).set("salt", quoted(salt));
  } else if (type === "event") {
    members.set("id", quoted(id)).set("at", quoted(at)).set("kind", quoted(kind));
  }
  return members;
}

function requireOnly(members, ...names) {
  if (members.size !== names.length || !names.every((name) => members.has(name))) {
    throw new FormError("other members than its type has");
  }
}

function text(members, name) {
  const value = members.has(name) ? parsed(members.get(name)) : undefined;
  if (typeof value !== "string") throw new FormError(`no text in ${name}`);
  return value;
}

function count(members, name) {
  const raw = String(members.get(name));
  if (!COUNT.test(raw)) throw new FormError(`no number in ${name}`);
  return Number(raw);
}

function hash(members, name) {
  const hex = text(members, name);
  if (!HASH.test(hex)) throw new FormError(`no hash in ${name}`);
  return Buffer.from(hex, "hex");
}

/** Whether two values of JSON are the same, whatever the order of their members. */
function same(a, b) {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}

// --- C2SP: verifier keys, signed notes, checkpoints ---

function base64(written, what) {
  const bytes = Buffer.from(written, "base64");
  if (bytes.toString("base64") !== written) throw new FormError(`${what} is no base64`);
  return bytes;
}

function keyOf(written) {
  const [, name, id, rest] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written.trim()) ?? [];
  if (!name) throw new FormError("no verifier key");
  const bytes = base64(rest, "a key");
  if (bytes.length !== 33 || bytes[0] !== ED25519) throw new FormError("no key of Ed25519");
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex") !== id) throw new FormError("a key whose id is another's");
  const key = createPublicKey({ key: Buffer.concat([SPKI, bytes.subarray(1)]), format: "der", type: "spki" });
  return { name, id, key, written: written.trim() };
}

function noteOf(note) {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw new FormError("no signed note");
  const signatures = note.slice(split + 2, -1).split("\n").map((line) => {
    const [, name, value] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (!name) throw new FormError("no line of a signature");
    const bytes = base64(value, "a signature");
    if (bytes.length < 5) throw new FormError("a signature that is too short");
    return { name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

const signedByOneOf = (note, keys) =>
  note.signatures.some(({ name, id, signature }) =>
    keys.some((key) => key.name === name && key.id === id && signature.length === 64 &&
      verify(null, Buffer.from(note.text), key.key, signature)));

function treeOf(written) {
  const note = noteOf(written);
  const [origin, size, root, ...rest] = note.text.split("\n");
  if (!origin || !COUNT.test(size ?? "") || base64(root ?? "", "a root").length !== 32 || rest.at(-1) !== "") {
    throw new FormError("no checkpoint");
  }
  return { note, origin, size: Number(size), root };
}

// --- RFC 9162 section 2.1.1: the hash of the tree, kept as the roots of its complete subtrees ---

class Tree {
  size = 0;
  #complete = [];

  add(commitment) {
    let node = sha256(Buffer.of(0), commitment);
    for (let left = this.size; left % 2 === 1; left = (left - 1) / 2) {
      node = sha256(Buffer.of(1), this.#complete.pop(), node);
    }
    this.#complete.push(node);
    this.size++;
  }

  root() {
    const roots = [...this.#complete];
    if (roots.length === 0) return sha256().toString("base64");
    let root = roots.pop();
    while (roots.length > 0) root = sha256(Buffer.of(1), roots.pop(), root);
    return root.toString("base64");
  }
}

// --- Markings follow from events ---

class Markings {
  #of = new Map();
  #lastSealed = -1;

  constructor(from) {
    this.from = from;
  }

  sealed(index, kind) {
    if (kind === "MARKING_CHANGED" || kind === "DOCUMENT_REGISTERED") this.#lastSealed = index;
  }

  /** Null, or what is wrong with the event. */
  replay(index, { kind, document, before, after }) {
    if (typeof document !== "string" || (kind !== "MARKING_CHANGED" && kind !== "DOCUMENT_REGISTERED")) return null;
    const known = this.#of.get(document);
    const wrong = kind === "MARKING_CHANGED" && known && known.since > this.#lastSealed && !same(known.last, before ?? null);
    const marking = after ?? null;
    const next = known ?? { held: undefined, later: [] };
    if (index < this.from) next.held = marking;
    else next.later.push(marking);
    next.last = marking;
    next.since = index;
    this.#of.set(document, next);
    return wrong ? `event ${index} changes another marking of document ${document} than the one that held` : null;
  }

  /** "agrees", "differs", or "unknown" where a sealed change may be the reason. */
  compare(document, marking) {
    const known = this.#of.get(document);
    const held = known?.held === undefined ? null : known.held;
    if (known && (same(held, marking) || known.later.some((later) => same(later, marking)))) return "agrees";
    return this.#lastSealed >= 0 && (!known || known.since < this.#lastSealed) ? "unknown" : "differs";
  }
}

// --- The check ---

class Check {
  flaws = [];
  tree = new Tree();
  trusted = [];
  stated = [];
  kept = [];
  events = 0;
  sealed = 0;
  marked = 0;
  undecided = 0;
  origin = "";
  size = 0;
  ended = false;

  flaw(rule, message) {
    if (this.flaws.length < MOST_FLAWS) this.flaws.push(`${rule} ${message}`);
  }

  believe(checkpoints, keys) {
    keys.forEach((written) => this.attempt("JRN-0105", "a given key is not one", () => this.trusted.push(keyOf(written))));
    checkpoints.forEach((note) => this.attempt("JRN-0108", "a given checkpoint is not one", () => this.kept.push(treeOf(note))));
  }

  attempt(rule, what, action) {
    try {
      action();
    } catch (e) {
      if (!(e instanceof FormError)) throw e;
      this.flaw(rule, `${what}: ${e.message}`);
    }
  }

  get believed() {
    return this.trusted.length > 0 ? this.trusted : this.stated;
  }

  take(members, digestBefore) {
    if (this.ended) throw new FormError("something after the end");
    const type = text(members, "type");
    if ((this.origin === "") !== (type === "export")) throw new FormError("an export begins with its one line of type export");
    switch (type) {
      case "export": return this.head(members);
      case "key": return void this.stated.push(keyOf(text(members, "key")));
      case "checkpoint": return this.checkpoint(members);
      case "event":
      case "leaf": return this.leaf(type, members);
      case "marking": return this.marking(members);
      case "difference": return this.difference(members);
      case "end": return this.end(members, digestBefore());
      default: throw new FormError("a line of no known type");
    }
  }

  head(members) {
    requireOnly(members, "type", "format", "origin", "exportedAt", "size", "markingsFrom");
    if (text(members, "format") !== FORMAT) throw new FormError(`another format than ${FORMAT}`);
    this.origin = text(members, "origin");
    if (this.origin === "") throw new FormError("a journal without a name");
    this.size = count(members, "size");
    this.markings = new Markings(count(members, "markingsFrom"));
    this.compareRoots();
  }

  checkpoint(members) {
    requireOnly(members, "type", "note");
    if (this.signed) throw new FormError("a second checkpoint");
    this.signed = treeOf(text(members, "note"));
    if (this.signed.size !== this.size) this.flaw("JRN-0104", "the checkpoint is of another size than the export");
    this.requireSignature(this.signed, "JRN-0105", "the export's checkpoint");
  }

  requireSignature(tree, rule, what) {
    if (tree.origin !== this.origin) this.flaw(rule, `${what} is of another journal`);
    if (!signedByOneOf(tree.note, this.believed)) this.flaw(rule, `${what} is not signed by a key that is believed`);
  }

  leaf(type, members) {
    const index = count(members, "index");
    if (index !== this.tree.size) {
      this.flaw("JRN-0103", `event ${index} stands where ${this.tree.size} should: one is missing, added or moved`);
    }
    const commitment = hash(members, "commitment");
    if (type === "leaf") {
      requireOnly(members, "type", "index", "commitment");
    } else if (members.has("body")) {
      requireOnly(members, "type", "index", "body", "salt", "commitment");
      this.body(index, commitment, members);
    } else {
      requireOnly(members, "type", "index", "id", "at", "kind", "commitment");
      this.sealed++;
      this.markings.sealed(index, text(members, "kind"));
    }
    if (type === "event") this.events++;
    this.tree.add(commitment);
    this.compareRoots();
  }

  body(index, commitment, members) {
    const raw = members.get("body");
    if (!sha256(hash(members, "salt"), Buffer.from(raw)).equals(commitment)) {
      this.flaw("JRN-0102", `event ${index} is not what its commitment binds`);
    }
    const body = parsed(raw);
    if (body === null || typeof body !== "object" || Array.isArray(body)) throw new FormError("a body that is no object");
    const wrong = this.markings.replay(index, body);
    if (wrong) this.flaw("JRN-0109", wrong);
  }

  marking(members) {
    requireOnly(members, "type", "document", "marking");
    this.marked++;
    const document = text(members, "document");
    const found = this.markings.compare(document, parsed(members.get("marking")));
    if (found === "unknown") this.undecided++;
    if (found === "differs") this.flaw("JRN-0110", `document ${document} has another marking than its events give it`);
  }

  difference(members) {
    requireOnly(members, "type", "table", "at", "columns");
    const where = `${text(members, "table")} of ${text(members, "at")}, columns ${members.get("columns")}`;
    this.flaw("JRN-0111", `the database says otherwise than what was recorded: ${where}`);
  }

  end(members, digest) {
    requireOnly(members, "type", "leaves", "markings", "signature");
    this.ended = true;
    if (count(members, "leaves") !== this.tree.size || count(members, "markings") !== this.marked) {
      this.flaw("JRN-0106", "the end counts other lines than there are");
    }
    const note = noteOf(text(members, "signature"));
    if (note.text !== `${FORMAT}\n${this.origin}\n${this.size}\n${digest}\n`) {
      this.flaw("JRN-0107", "the file is not as it was exported");
    }
    if (!signedByOneOf(note, this.believed)) this.flaw("JRN-0107", "the export is not signed by a key that is believed");
  }

  compareRoots() {
    for (const tree of this.kept) {
      if (tree.size === this.tree.size && tree.root !== this.tree.root()) {
        this.flaw("JRN-0108", `the checkpoint of ${tree.size} events is of another past`);
      }
    }
  }

  conclude() {
    if (!this.ended) this.flaw("JRN-0106", "the export breaks off before its end");
    if (this.tree.size !== this.size) this.flaw("JRN-0106", `${this.size} events are announced, ${this.tree.size} are there`);
    if (!this.signed) this.flaw("JRN-0104", "there is no checkpoint");
    else if (this.signed.root !== this.tree.root()) this.flaw("JRN-0104", "the events do not make the tree that was signed");
    for (const tree of this.kept) {
      if (tree.size > this.tree.size) {
        this.flaw("JRN-0108", `a checkpoint tells of ${tree.size} events, here are only ${this.tree.size}: the end is cut off`);
      }
      this.requireSignature(tree, "JRN-0108", "a given checkpoint");
    }
  }
}

// --- Reading: a line or row at a time, and the digest of all bytes before it ---

/** Pieces of the file that end with a line feed, or, of CSV, with a line feed outside quotes. */
async function* records(file) {
  let rest = Buffer.alloc(0);
  let csv;
  let scanned = 0;
  let quoted = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    csv ??= rest[0] !== 0x7b;
    let from = 0;
    for (let at = scanned; at < rest.length; at++) {
      if (csv && rest[at] === 0x22) quoted = !quoted;
      if (rest[at] === 0x0a && !quoted) {
        yield { bytes: rest.subarray(from, at + 1), csv };
        from = at + 1;
      }
    }
    rest = rest.subarray(from);
    scanned = rest.length;
  }
  if (rest.length > 0) yield { bytes: rest, csv };
}

function cells(row) {
  const found = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n$|$)/y;
  for (;;) {
    const [whole, value, end] = cell.exec(row) ?? [];
    if (whole === undefined) throw new FormError("no row of CSV");
    found.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end !== ",") {
      if (cell.lastIndex !== row.length) throw new FormError("no row of CSV");
      return found;
    }
  }
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormError("bytes that are no UTF-8");
  }
}

async function run(file, checkpoints, keys) {
  const check = new Check();
  check.believe(checkpoints, keys);
  const digest = createHash("sha256");
  let number = 0;
  try {
    for await (const { bytes, csv } of records(file)) {
      number++;
      const line = decoded(bytes);
      if (!line.endsWith("\n")) throw new FormError("a line without its end");
      if (csv && number === 1) {
        if (line.trimEnd() !== COLUMNS) throw new FormError("other columns than an export has");
      } else {
        const row = csv ? cells(line) : null;
        if (row && row.length !== 8) throw new FormError("a row of other columns");
        check.take(row ? membersOfRow(row) : membersOf(line.slice(0, -1)), () => digest.copy().digest("hex"));
      }
      digest.update(bytes);
    }
  } catch (e) {
    if (!(e instanceof FormError)) throw e;
    check.flaw("JRN-0101", `line ${number}: ${e.message}`);
  }
  check.conclude();
  return check;
}

const argv = process.argv.slice(2);
const given = { "--checkpoint": [], "--key": [] };
const files = [];
for (let at = 0; at < argv.length; at++) {
  if (given[argv[at]] && at + 1 < argv.length) given[argv[at]].push(argv[++at]);
  else files.push(argv[at]);
}
if (files.length !== 1 || files[0].startsWith("--")) {
  console.error("node journal-verify.mjs FILE [--checkpoint FILE]... [--key FILE]...");
  process.exit(2);
}
try {
  const read = (path) => readFileSync(path, "utf8");
  const check = await run(files[0], given["--checkpoint"].map(read), given["--key"].map(read));
  check.flaws.forEach((flaw) => console.log(flaw));
  console.log(`${check.tree.size} leaves, ${check.events} events, ${check.sealed} sealed, ${check.marked} markings, ` +
    `${check.undecided} undecided; root ${Buffer.from(check.tree.root(), "base64").toString("hex")}`);
  console.log(check.flaws.length > 0 ? "NOT VERIFIED" : check.trusted.length > 0
    ? "verified" : "whole, by the keys that it brings itself");
  process.exitCode = check.flaws.length > 0 ? 1 : check.undecided > 0 ? 3 : 0;
} catch (e) {
  console.error(`cannot be read: ${e.message}`);
  process.exitCode = 2;
}
