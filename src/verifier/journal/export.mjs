// The check of one export: each body is what its commitment binds, the commitments make the tree that was signed, every
// checkpoint kept elsewhere is of the same tree, markings follow from events, and the file is as it was signed.
import { FormError, counted, sha256 } from "./form.mjs";
import { Lines, text } from "./lines.mjs";
import { Markings } from "./markings.mjs";
import { keyOf, noteOf, treeOf } from "./note.mjs";
import { Tree } from "./tree.mjs";

const FORMAT = "glasnost-journal-export/1";
const HASH = /^[0-9a-f]{64}$/;

function requireOnly(members, ...names) {
  if (members.size !== names.length || !names.every((name) => members.has(name))) {
    throw new FormError("other members than its type has");
  }
}

const count = (members, name) => counted(String(members.get(name)), name);

function hash(members, name) {
  const hex = text(members, name);
  if (!HASH.test(hex)) throw new FormError(`no hash in ${name}`);
  return Buffer.from(hex, "hex");
}

/** Exports of before ranges were told bear the key alone. */
function rangedKey(members) {
  const names = ["type", "key", "fromSize", "untilSize"];
  requireOnly(members, ...names.filter((name, at) => at < 2 || members.has(name)));
  if (members.has("untilSize") && !members.has("fromSize")) throw new FormError("other members than its type has");
  return keyOf(text(members, "key"), members.has("fromSize") ? count(members, "fromSize") : 0,
    members.has("untilSize") ? count(members, "untilSize") : Infinity);
}

export class ExportCheck {
  tree = new Tree();
  events = 0;
  sealed = 0;
  marked = 0;
  undecided = 0;
  #statements;
  #markings = new Markings(0);
  #origin = "";
  #size = 0;
  #ended = false;
  #signed;

  constructor(statements) {
    this.#statements = statements;
  }

  async run(file) {
    const lines = new Lines(file);
    try {
      for await (const { members, digestBefore } of lines) this.#take(members, digestBefore);
    } catch (e) {
      if (!(e instanceof FormError)) throw e;
      this.#statements.flaw("JRN-0101", `line ${lines.number}: ${e.message}`);
    }
    this.#conclude();
  }

  #take(members, digestBefore) {
    if (this.#ended) throw new FormError("something after the end");
    const type = text(members, "type");
    if ((this.#origin === "") !== (type === "export")) throw new FormError("an export begins with its one line of type export");
    switch (type) {
      case "export": return this.#head(members);
      case "key": return this.#statements.state(rangedKey(members));
      case "checkpoint": return this.#checkpoint(members);
      case "event":
      case "leaf": return this.#leaf(type, members);
      case "marking": return this.#marking(members);
      case "difference": return this.#difference(members);
      case "end": return this.#end(members, digestBefore());
      default: throw new FormError("a line of no known type");
    }
  }

  #head(members) {
    requireOnly(members, "type", "format", "origin", "exportedAt", "size", "markingsFrom");
    if (text(members, "format") !== FORMAT) throw new FormError(`another format than ${FORMAT}`);
    this.#origin = text(members, "origin");
    if (this.#origin === "") throw new FormError("a journal without a name");
    this.#size = count(members, "size");
    this.#markings = new Markings(count(members, "markingsFrom"));
    this.#statements.compare(this.tree);
  }

  #checkpoint(members) {
    requireOnly(members, "type", "note");
    if (this.#signed) throw new FormError("a second checkpoint");
    this.#signed = treeOf(text(members, "note"));
    if (this.#signed.size !== this.#size) {
      this.#statements.flaw("JRN-0104", "the checkpoint is of another size than the export");
    }
    this.#statements.requireSigned(this.#signed, this.#origin, "JRN-0105", "the export's checkpoint");
  }

  #leaf(type, members) {
    const index = count(members, "index");
    if (index !== this.tree.size) {
      this.#statements.flaw("JRN-0103", `event ${index} stands where ${this.tree.size} should: one is missing, added or moved`);
    }
    const commitment = hash(members, "commitment");
    if (type === "leaf") {
      requireOnly(members, "type", "index", "commitment");
    } else {
      this.events++;
      if (members.has("body")) {
        this.#body(index, commitment, members);
      } else {
        requireOnly(members, "type", "index", "id", "at", "kind", "commitment");
        this.sealed++;
        this.#markings.sealed(index, text(members, "kind"));
      }
    }
    this.tree.add(commitment);
    this.#statements.compare(this.tree);
  }

  #body(index, commitment, members) {
    requireOnly(members, "type", "index", "body", "salt", "commitment");
    const body = members.get("body");
    if (!sha256(hash(members, "salt"), Buffer.from(body)).equals(commitment)) {
      this.#statements.flaw("JRN-0102", `event ${index} is not what its commitment binds`);
    }
    if (!body.startsWith("{")) throw new FormError("a body that is no object");
    const wrong = this.#markings.replay(index, body);
    if (wrong) this.#statements.flaw("JRN-0109", wrong);
  }

  #marking(members) {
    requireOnly(members, "type", "document", "marking");
    this.marked++;
    const document = text(members, "document");
    const found = this.#markings.compare(document, members.get("marking"));
    if (found === "unknown") this.undecided++;
    if (found === "differs") {
      this.#statements.flaw("JRN-0110", `document ${document} has another marking than its events give it`);
    }
  }

  #difference(members) {
    requireOnly(members, "type", "table", "at", "columns");
    const where = `${text(members, "table")} of ${text(members, "at")}, columns ${members.get("columns")}`;
    this.#statements.flaw("JRN-0111", `the database says otherwise than what was recorded: ${where}`);
  }

  #end(members, digest) {
    requireOnly(members, "type", "leaves", "markings", "signature");
    this.#ended = true;
    if (count(members, "leaves") !== this.tree.size || count(members, "markings") !== this.marked) {
      this.#statements.flaw("JRN-0106", "the end counts other lines than there are");
    }
    const note = noteOf(text(members, "signature"));
    if (note.text !== `${FORMAT}\n${this.#origin}\n${this.#size}\n${digest}\n`) {
      this.#statements.flaw("JRN-0107", "the file is not as it was exported");
    }
    this.#statements.requireSignature(note, this.#size, "JRN-0107", "the export");
  }

  #conclude() {
    if (!this.#ended) this.#statements.flaw("JRN-0106", "the export breaks off before its end");
    if (this.tree.size !== this.#size) {
      this.#statements.flaw("JRN-0106", `${this.#size} events are announced, ${this.tree.size} are there`);
    }
    if (!this.#signed) {
      this.#statements.flaw("JRN-0104", "there is no checkpoint");
    } else if (this.#signed.root !== this.tree.root()) {
      this.#statements.flaw("JRN-0104", "the events do not make the tree that was signed");
    }
    this.#statements.conclude(this.#origin, this.tree.size);
  }
}
