// RFC 9162 section 2.1.1: the hash of the tree, kept as the roots of its complete subtrees.
import { sha256 } from "./form.mjs";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The root of a complete subtree of which these are the hashes, a power of two. */
export function folded(hashes) {
  let level = hashes;
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2) above.push(sha256(NODE, level[at], level[at + 1]));
    level = above;
  }
  return level[0];
}

export class Tree {
  size = 0;
  #complete = [];

  /** Adds the leaf of an entry, and returns its hash. */
  add(entry) {
    const leaf = sha256(LEAF, entry);
    let node = leaf;
    for (let left = this.size; left % 2 === 1; left = (left - 1) / 2) {
      node = sha256(NODE, this.#complete.pop(), node);
    }
    this.#complete.push(node);
    this.size++;
    return leaf;
  }

  /** As checkpoints write it. */
  root() {
    const roots = [...this.#complete];
    if (roots.length === 0) return sha256().toString("base64");
    let root = roots.pop();
    while (roots.length > 0) root = sha256(NODE, roots.pop(), root);
    return root.toString("base64");
  }
}
