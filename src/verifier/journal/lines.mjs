// Reads an export line by line, NDJSON or CSV, and digests what it has read. Memory holds one line.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { FormError, decoded } from "./form.mjs";
import { membersOf, stringOf } from "./json.mjs";

const COLUMNS = "type,index,id,at,kind,commitment,salt,content";
const NAMES = COLUMNS.split(",");
const LONGEST = 4 * 1024 * 1024;
const IN_THE_BODY = ["id", "at", "kind"];

/** Pieces of the file that end with a line feed; the last one may lack it. */
async function* pieces(file) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let from = 0;
    const scanned = rest.length;
    rest = scanned === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let feed = rest.indexOf(0x0a, scanned); feed >= 0; feed = rest.indexOf(0x0a, from)) {
      yield rest.subarray(from, feed + 1);
      from = feed + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST) break;
  }
  if (rest.length > 0) yield rest;
}

/** RFC 4180: a cell in quotes doubles those inside; rows end with carriage return, line feed. */
function cells(row) {
  if (!row.endsWith("\r")) throw new FormError("a row without its end");
  const found = [];
  const cell = /(?:"((?:[^"]|"")*)"|((?!")[^,]*))(,|$)/y;
  const whole = row.slice(0, -1);
  for (;;) {
    const [all, quoted, plain, end] = cell.exec(whole) ?? [];
    if (all === undefined) throw new FormError("a quote without its end, or something behind it");
    found.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") return found;
  }
}

const quoted = (plain) => `"${plain}"`;

/** The members of one row of CSV, as its line of NDJSON would have them. */
function membersOfRow(row) {
  const found = cells(row);
  if (found.length !== NAMES.length) throw new FormError(`${found.length} columns`);
  const [type] = found;
  const content = found.at(-1);
  if (type !== "event" && type !== "leaf") {
    if (found.slice(1, -1).some((cell) => cell !== "")) throw new FormError("a cell that should be empty");
    const members = membersOf(content);
    if (members.get("type") !== quoted(type)) throw new FormError("a row of two types");
    return members;
  }
  const members = new Map();
  NAMES.slice(0, -1).forEach((name, at) => {
    if (found[at] !== "") members.set(name, name === "index" ? found[at] : quoted(found[at]));
  });
  if (content !== "") {
    members.set("body", content);
    // They stand in the body; here they are repeated for whoever sorts the rows.
    const body = membersOf(content);
    for (const name of IN_THE_BODY) {
      if (String(body.get(name) ?? null) !== members.get(name)) throw new FormError(`a row that differs from its body in ${name}`);
      members.delete(name);
    }
  }
  return members;
}

/** The text of a member; a FormError if it is none. */
export function text(members, name) {
  const said = stringOf(members.get(name));
  if (said === undefined) throw new FormError(`no text in ${name}`);
  return said;
}

/** The lines of a file, each as its members and, when asked, the digest of all before it. */
export class Lines {
  /** Which line was read last, from 1. */
  number = 0;
  #file;

  constructor(file) {
    this.#file = file;
  }

  async *[Symbol.asyncIterator]() {
    const digest = createHash("sha256");
    let csv = false;
    for await (const bytes of pieces(this.#file)) {
      if (bytes.length - 1 > LONGEST) throw new FormError("a line that is too long");
      if (bytes.at(-1) !== 0x0a) throw new FormError("the last line has no end");
      this.number++;
      const line = decoded(bytes.subarray(0, -1));
      if (this.number === 1 && line.startsWith("type,")) {
        csv = true;
        if (line !== `${COLUMNS}\r`) throw new FormError("other columns than those of an export");
      } else {
        yield { members: csv ? membersOfRow(line) : membersOf(line), digestBefore: () => digest.copy().digest("hex") };
      }
      digest.update(bytes);
    }
  }
}
