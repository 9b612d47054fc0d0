// RFC 9162 section 2.1: the tree's hashes, and the two proofs about it. Nothing here asks anybody for anything.
import { concat, FormError, same } from "./bytes.mjs";

const half = (n) => Math.floor(n / 2);
const odd = (n) => n % 2 === 1;

export async function sha256(...parts) {
  return new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", concat(...parts)));
}

/** What binds an event: its salt, then the bytes of its body. */
export const commitmentOf = (salt, body) => sha256(salt, body);

export const leafOf = (commitment) => sha256(Uint8Array.of(0), commitment);

export const nodeOf = (left, right) => sha256(Uint8Array.of(1), left, right);

function requireCount(n, what) {
  if (!Number.isSafeInteger(n) || n < 0) throw new FormError(`${what} is no number of leaves`);
}

/**
 * Folds a path up to the root (section 2.1.3.2). Each step tells on which side the sibling stood and what the two
 * make together.
 */
export async function fold(leaf, index, size, hashes) {
  requireCount(index, "the index");
  requireCount(size, "the size");
  if (index >= size) throw new FormError("the leaf lies beyond the tree");
  let at = index;
  let last = size - 1;
  let together = leaf;
  const steps = [];
  for (const sibling of hashes) {
    if (last === 0) throw new FormError("the path is longer than the tree is high");
    const side = odd(at) || at === last ? "left" : "right";
    const own = together;
    together = side === "left" ? await nodeOf(sibling, own) : await nodeOf(own, sibling);
    steps.push({ side, own, sibling, together });
    if (side === "left") {
      while (!odd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    }
    at = half(at);
    last = half(last);
  }
  if (last !== 0) throw new FormError("the path ends before the root");
  return { root: together, steps };
}

/** Whether a tree is the beginning of another (section 2.1.4.2). Roots and proof are bytes. */
export async function continues(from, fromRoot, to, toRoot, hashes) {
  requireCount(from, "the smaller size");
  requireCount(to, "the larger size");
  if (from > to) return false;
  if (from === to) return hashes.length === 0 && same(fromRoot, toRoot);
  if (from === 0) return hashes.length === 0 && same(fromRoot, await sha256());
  let at = from - 1;
  let last = to - 1;
  while (odd(at)) {
    at = half(at);
    last = half(last);
  }
  const path = at === 0 ? [fromRoot, ...hashes] : [...hashes];
  if (path.length === 0) return false;
  let small = path[0];
  let large = path[0];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      small = await nodeOf(sibling, small);
      large = await nodeOf(sibling, large);
      while (!odd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      large = await nodeOf(large, sibling);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && same(small, fromRoot) && same(large, toRoot);
}
