// C2SP: verifier keys, signed notes, and the checkpoints that are written as such.
import { concat, FormError, fromBase64, hash, hex, utf8 } from "./bytes.mjs";
import { sha256 } from "./merkle.mjs";

const ED25519 = 1;
const COUNT = /^(0|[1-9][0-9]{0,14})$/;

/**
 * A verifier key: name, id (8 hexadecimal digits), and the 32 bytes of the public key; and the sizes of tree that it
 * signs, from the first to the last. A key whose range nobody tells signs all.
 */
export async function keyOf(written, fromSize, untilSize) {
  if (typeof written !== "string") throw new FormError("this is no verifier key");
  const [, name, id, rest] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written.trim()) ?? [];
  if (!name) throw new FormError("this is no verifier key");
  const bytes = fromBase64(rest, "the key");
  if (bytes.length !== 33 || bytes[0] !== ED25519) throw new FormError("this is no key of Ed25519");
  const computed = hex((await sha256(utf8(`${name}\n`), bytes)).slice(0, 4));
  if (computed !== id) throw new FormError("the key's id is that of another key");
  return { name, id, bytes: bytes.slice(1), written: written.trim(), fromSize: fromSize ?? 0, untilSize: untilSize ?? Infinity };
}

/** A signed note: the text that is signed, with its last line feed, and the signatures. */
export function noteOf(note) {
  if (typeof note !== "string") throw new FormError("this is no signed note");
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw new FormError("this is no signed note");
  const signatures = note.slice(split + 2, -1).split("\n").map((line) => {
    const [, name, value] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (!name) throw new FormError("a line of the note is no signature");
    const bytes = fromBase64(value, "a signature");
    if (bytes.length < 5) throw new FormError("a signature is too short");
    return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

/** A checkpoint: of which journal, how many leaves, and the root. */
export function checkpointOf(written) {
  const note = noteOf(written);
  const [origin, size, root, ...rest] = note.text.split("\n");
  if (!origin || !COUNT.test(size ?? "") || rest.at(-1) !== "") throw new FormError("this is no checkpoint");
  return { origin, size: Number(size), root: hash(root ?? "", "the root"), note, written };
}

/** What was pasted or typed: line ends of any kind, and blanks around. */
export const tidied = (pasted) => `${pasted.replace(/\r\n?/g, "\n").trim()}\n`;

async function verifies(key, signature, text) {
  const subtle = globalThis.crypto.subtle;
  const imported = await subtle.importKey("raw", key.bytes, { name: "Ed25519" }, false, ["verify"]);
  return subtle.verify({ name: "Ed25519" }, imported, signature.bytes, utf8(text));
}

/** The key among those given that signed the checkpoint, of a size that it signs, under the journal's own name; or null. */
export async function signerOf(checkpoint, keys) {
  for (const signature of checkpoint.note.signatures) {
    for (const key of keys) {
      const meant = key.name === checkpoint.origin && signature.name === key.name && signature.id === key.id && key.fromSize <= checkpoint.size && checkpoint.size <= key.untilSize;
      if (meant && signature.bytes.length === 64 && (await verifies(key, signature, checkpoint.note.text))) return key;
    }
  }
  return null;
}

/** Why this browser cannot check anything, or null where it can. */
export async function missing() {
  if (!globalThis.crypto?.subtle) {
    return globalThis.isSecureContext === false
      ? "Browsers compute with hashes and keys only on pages that came over HTTPS, or from this same machine; this one came otherwise."
      : "This browser offers no WebCrypto.";
  }
  try {
    // A point of the curve: its base point.
    const point = concat(Uint8Array.of(0x58), new Uint8Array(31).fill(0x66));
    await globalThis.crypto.subtle.importKey("raw", point, { name: "Ed25519" }, false, ["verify"]);
    return null;
  } catch {
    return "This browser cannot check signatures of Ed25519.";
  }
}
