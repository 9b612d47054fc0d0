// What is held independently of what is checked: keys, and checkpoints kept elsewhere; and the flaws that are found.
import { FormError } from "./form.mjs";
import { keyOfLine, signersOf, treeOf, within } from "./note.mjs";

const MOST_FLAWS = 100;

export class Statements {
  flaws = [];
  #given = [];
  #stated = [];
  #kept = [];

  /**
   * @param checkpoints texts of checkpoints
   * @param keys lines of files of keys
   */
  constructor(checkpoints, keys) {
    keys.forEach((line) =>
      this.#attempt("JRN-0105", "a given key is not one", () => this.#given.push(keyOfLine(line))));
    checkpoints.forEach((note) =>
      this.#attempt("JRN-0108", "a given checkpoint is not one", () => this.#kept.push(treeOf(note))));
  }

  #attempt(rule, what, action) {
    try {
      action();
    } catch (e) {
      if (!(e instanceof FormError)) throw e;
      this.flaw(rule, `${what}: ${e.message}`);
    }
  }

  flaw(rule, message) {
    if (this.flaws.length < MOST_FLAWS) this.flaws.push(`${rule} ${message}`);
  }

  /** A key that comes with what is checked. */
  state(key) {
    this.#stated.push(key);
  }

  get keysHeld() {
    return this.#given.length > 0;
  }

  /** What is checked may narrow the range of a key that is given, and widens none. */
  get #believed() {
    return this.keysHeld ? this.#given.map((key) => this.#stated.reduce(within, key)) : this.#stated;
  }

  requireSignature(note, size, rule, what) {
    const signers = signersOf(note, this.#believed);
    if (signers.length === 0) {
      this.flaw(rule, `${what} is not signed by a key that is believed`);
    } else if (!signers.some(({ fromSize, untilSize }) => fromSize <= size && size <= untilSize)) {
      this.flaw("JRN-0113", `${what} is of ${size} events, and the key that signed it signs no tree of that size: ` +
        `${signers[0].written} ${signers[0].fromSize} ${signers[0].untilSize}`);
    }
  }

  requireSigned(tree, origin, rule, what) {
    if (tree.origin !== origin) this.flaw(rule, `${what} is of another journal`);
    this.requireSignature(tree.note, tree.size, rule, what);
  }

  /** Compares the tree, as it is at its size now, with the checkpoints of that size. */
  compare(tree) {
    for (const kept of this.#kept) {
      if (kept.size === tree.size && kept.root !== tree.root()) {
        this.flaw("JRN-0108", `the checkpoint of ${kept.size} events is of another past`);
      }
    }
  }

  conclude(origin, size) {
    for (const kept of this.#kept) {
      if (kept.size > size) {
        this.flaw("JRN-0108", `a checkpoint tells of ${kept.size} events, here are only ${size}: the end is cut off`);
      }
      this.requireSigned(kept, origin, "JRN-0108", "a given checkpoint");
    }
  }
}
