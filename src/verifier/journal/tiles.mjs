// The check of a copy of the log's tiles (C2SP tlog-tiles): the entries make the tree whose root is signed, every tile
// holds what they make, and every checkpoint kept elsewhere is of the same tree.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { FormError, decoded } from "./form.mjs";
import { keyOfLine, treeOf } from "./note.mjs";
import { Tree, folded } from "./tree.mjs";

const WIDTH = 256;
const HASH = 32;
const ENTRY = 2 + HASH;

/** Groups of three digits, all but the last with an x before them. */
function pathOf(index) {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  return groups.join("/");
}

/** Each entry has its length before it in two bytes; those of this log are commitments. */
function entriesOf(bundle, width) {
  if (bundle.length < width * ENTRY) throw new FormError("a bundle of entries that breaks off");
  const entries = [];
  for (let at = 0; at < width * ENTRY; at += ENTRY) {
    if (bundle.readUInt16BE(at) !== HASH) throw new FormError("an entry that is no commitment");
    entries.push(bundle.subarray(at + 2, at + ENTRY));
  }
  return entries;
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export class TileCheck {
  tree = new Tree();
  events = 0;
  sealed = 0;
  marked = 0;
  undecided = 0;
  #statements;
  #directory;
  /** Of each level: how many tiles are complete, and the hashes of the one that is not. */
  #levels = [];

  constructor(statements) {
    this.#statements = statements;
  }

  async run(directory) {
    this.#directory = directory;
    try {
      if (isFile(join(directory, "keys"))) {
        for (const line of this.#text("keys").split("\n")) {
          if (line.trim() !== "") this.#statements.state(keyOfLine(line));
        }
      }
      const signed = treeOf(this.#text("checkpoint"));
      this.#statements.requireSigned(signed, signed.origin, "JRN-0105", "the checkpoint of the copy");
      this.#grow(signed.size);
      if (signed.root !== this.tree.root()) {
        this.#statements.flaw("JRN-0104", "the entries do not make the tree that was signed");
      }
      this.#statements.conclude(signed.origin, this.tree.size);
    } catch (e) {
      if (!(e instanceof FormError)) throw e;
      this.#statements.flaw("JRN-0101", e.message);
    }
  }

  #text(name) {
    const file = join(this.#directory, name);
    if (!isFile(file)) throw new FormError(`there is no ${name}`);
    return decoded(readFileSync(file));
  }

  #grow(size) {
    this.#statements.compare(this.tree);
    for (let bundle = 0; bundle * WIDTH < size; bundle++) {
      const width = Math.min(WIDTH, size - bundle * WIDTH);
      const bytes = this.#piece("entries", bundle, width);
      if (!bytes) return;
      for (const entry of entriesOf(bytes, width)) {
        this.#add(0, this.tree.add(entry));
        this.#statements.compare(this.tree);
      }
    }
    this.#levels.forEach(({ complete, hashes }, level) => this.#compare(level, complete, hashes));
  }

  /** A hash more at a level; a tile that is complete by it is compared, and is a hash of the next. */
  #add(level, hash) {
    this.#levels[level] ??= { complete: 0, hashes: [] };
    const open = this.#levels[level];
    open.hashes.push(hash);
    if (open.hashes.length < WIDTH) return;
    this.#compare(level, open.complete, open.hashes);
    this.#add(level + 1, folded(open.hashes));
    open.complete++;
    open.hashes = [];
  }

  #compare(level, index, hashes) {
    if (hashes.length === 0) return;
    const tile = this.#piece(String(level), index, hashes.length);
    if (tile && !tile.subarray(0, hashes.length * HASH).equals(Buffer.concat(hashes))) {
      this.#statements.flaw("JRN-0112", `tile ${index} of level ${level} is not what the entries make`);
    }
  }

  /** A tile or bundle; where a partial one is asked for, the full one serves too. */
  #piece(level, index, width) {
    const path = join("tile", level, pathOf(index));
    const full = join(this.#directory, path);
    const partial = join(`${full}.p`, String(width));
    if (width < WIDTH && isFile(partial)) return readFileSync(partial);
    if (isFile(full)) return readFileSync(full);
    this.#statements.flaw("JRN-0112", `there is no ${path}${width < WIDTH ? `.p/${width}` : ""}`);
    return undefined;
  }
}
