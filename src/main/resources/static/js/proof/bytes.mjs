// Bytes and how they are written. What is not exactly of a form is refused, never mended.

/** What cannot be read as what it claims to be. */
export class FormError extends Error {}

export const utf8 = (text) => new TextEncoder().encode(text);

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const same = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function fromHex(written, what = "a hash") {
  if (typeof written !== "string" || !/^([0-9a-f]{2})*$/.test(written)) throw new FormError(`${what} is not written in hexadecimal digits`);
  return Uint8Array.from(written.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

export function fromBase64(written, what = "a hash") {
  try {
    const bytes = Uint8Array.from(atob(written), (c) => c.charCodeAt(0));
    if (base64(bytes) === written) return bytes;
  } catch {
    // Said below: it is the same to the reader why.
  }
  throw new FormError(`${what} is not written in base64`);
}

/** A hash of SHA-256 in base64. */
export function hash(written, what = "a hash") {
  const bytes = fromBase64(written, what);
  if (bytes.length !== 32) throw new FormError(`${what} has not 32 bytes`);
  return bytes;
}
