// What the parts of the check share: how a flaw of form is told, and SHA-256.
import { createHash } from "node:crypto";

/** Something has not the form of docs/spec/journal.md. */
export class FormError extends Error {}

export const sha256 = (...parts) => {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};

/** Text of bytes that are UTF-8 and nothing else. */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormError("bytes that are no UTF-8");
  }
}

const COUNT = /^(0|[1-9][0-9]{0,14})$/;

/** A number of leaves, or an index, as it is written. */
export function counted(raw, what) {
  if (!COUNT.test(raw)) throw new FormError(`no number in ${what}`);
  return Number(raw);
}

/** The pieces between a separator, at most so many: the last has what is left. */
export function pieces(text, separator, most) {
  const all = text.split(separator);
  return all.length <= most ? all : [...all.slice(0, most - 1), all.slice(most - 1).join(separator)];
}
