// C2SP: verifier keys, signed notes, checkpoints.
import { createPublicKey, verify } from "node:crypto";
import { FormError, counted, pieces, sha256 } from "./form.mjs";

const ED25519 = 1;
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const DASH = "— ";

/** One spelling of each sequence of bytes: no stray bit at the end. */
function base64(written, what) {
  const bytes = Buffer.from(written, "base64");
  if (bytes.toString("base64") !== written) throw new FormError(`${what} is no base64`);
  return bytes;
}

/** A verifier key and the sizes of tree that it signs. */
export function keyOf(written, fromSize = 0, untilSize = Infinity) {
  const [name, id, rest] = pieces(written, "+", 3);
  if (rest === undefined || name === "" || name.includes(" ")) throw new FormError("no verifier key");
  const bytes = base64(rest, "a key");
  if (bytes.length !== 33 || bytes[0] !== ED25519) throw new FormError("no key of Ed25519");
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex") !== id) throw new FormError("a key whose id is another's");
  const key = createPublicKey({ key: Buffer.concat([SPKI, bytes.subarray(1)]), format: "der", type: "spki" });
  return { name, id, key, written, fromSize, untilSize };
}

/** A line of a file of keys: the key, and behind a blank each the first size and the last, where they are known. */
export function keyOfLine(line) {
  const [written, from, until, ...more] = line.split(" ");
  if (more.length > 0) throw new FormError("more than a key and its range");
  return keyOf(written, from === undefined ? 0 : counted(from, "a range"),
    until === undefined ? Infinity : counted(until, "a range"));
}

/** The part of a key's range that another statement about the same key leaves. */
export const within = (key, other) => key.written !== other.written ? key : {
  ...key,
  fromSize: Math.max(key.fromSize, other.fromSize),
  untilSize: Math.min(key.untilSize, other.untilSize),
};

export function noteOf(note) {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw new FormError("no signed note");
  const signatures = note.slice(split + 2, -1).split("\n").map((line) => {
    const [, name, value, ...more] = line.split(" ");
    if (!line.startsWith(DASH) || !name || value === undefined || more.length > 0) {
      throw new FormError("no line of a signature");
    }
    const bytes = base64(value, "a signature");
    if (bytes.length < 5) throw new FormError("a signature that is too short");
    return { name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

/** Those of the keys that signed a note. */
export const signersOf = (note, keys) =>
  note.signatures.flatMap(({ name, id, signature }) =>
    keys.filter((key) => key.name === name && key.id === id && signature.length === 64 &&
      verify(null, Buffer.from(note.text), key.key, signature)));

/** What a checkpoint says: origin, size and root on a line each. */
export function treeOf(written) {
  const note = noteOf(written);
  const [origin, size, root, ...more] = note.text.slice(0, -1).split("\n");
  if (!origin || root === undefined || more.length > 0 || base64(root, "a root").length !== 32) {
    throw new FormError("no checkpoint");
  }
  return { note, origin, size: counted(size, "a checkpoint"), root };
}
