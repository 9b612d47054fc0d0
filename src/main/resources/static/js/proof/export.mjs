// What a browser can tell of an export: how far it is while it comes, and whether it came whole. The full check is the
// offline verifier's; here the end line's count and its signature over all bytes before it are checked.
import { FormError, hex } from "./bytes.mjs";
import { sha256 } from "./merkle.mjs";
import { checkpointOf, keyOf, noteOf, signerOf } from "./note.mjs";

const FORMAT = "glasnost-journal-export/1";
const LINE_FEED = 10;

/** Counts leaves as the bytes come. Which line is the last before the leaves is read from the head of the export. */
export class Progress {
  bytes = 0;
  size = null;
  #lines = 0;
  #before = null;
  #head = "";

  take(chunk) {
    this.bytes += chunk.length;
    for (const byte of chunk) if (byte === LINE_FEED) this.#lines++;
    if (this.#before === null) this.#readHead(chunk);
  }

  get leaves() {
    return this.#before === null ? 0 : Math.max(0, Math.min(this.size ?? 0, this.#lines - this.#before));
  }

  #readHead(chunk) {
    // The head is ASCII but for what a checkpoint's signature line begins with, which is of no concern here.
    this.#head += new TextDecoder("latin1").decode(chunk.subarray(0, 1 << 16));
    const size = /"size"+:(\d+)/.exec(this.#head.replaceAll('""', '"'));
    if (size) this.size = Number(size[1]);
    const lines = this.#head.split("\n");
    const at = lines.findIndex((line) => /^(checkpoint,|\{"note":)/.test(line));
    if (at >= 0 && at < lines.length - 1) {
      this.#before = at + 1;
      this.#head = "";
    }
  }
}

/** The JSON of a line, which CSV has as its last cell. */
function content(line, csv) {
  if (!csv) return JSON.parse(line);
  const [, type, cell] = /^([a-z]+),{7}"(.*)"$/.exec(line.trimEnd()) ?? [];
  const read = type ? JSON.parse(cell.replaceAll('""', '"')) : {};
  if (!type || read.type !== type) throw new FormError("a row of the export is not of its form");
  return read;
}

/**
 * Whether an export came whole: as many leaves as its end says, and signed as it is.
 *
 * @param bytes all of it
 * @param csv whether it is CSV
 * @returns the size, and the words of the key that signed; throws FormError with what is wrong
 */
export async function whole(bytes, csv) {
  let leaves = 0;
  let markings = 0;
  let from = 0;
  const first = csv ? [/^leaf,/, /^event,/] : [/"type":"leaf"\}$/, /"type":"event"\}$/];
  const decoder = new TextDecoder();
  const keys = [];
  let head;
  let checkpoint;
  let last = null;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LINE_FEED) continue;
    const line = decoder.decode(bytes.subarray(from, at)).trimEnd();
    if (first.some((form) => form.test(line))) leaves++;
    else if (/^marking,|"type":"marking"\}$/.test(line)) markings++;
    else if (/^export,|"type":"export"\}$/.test(line)) head = content(line, csv);
    else if (/^key,|"type":"key"(,"untilSize":[0-9]+)?\}$/.test(line)) {
      const { key, fromSize, untilSize } = content(line, csv);
      keys.push(await keyOf(key, fromSize, untilSize));
    }
    else if (/^checkpoint,|"type":"checkpoint"\}$/.test(line)) checkpoint = checkpointOf(content(line, csv).note);
    last = { line, from };
    from = at + 1;
  }
  if (!head || !checkpoint || !last || from !== bytes.length || !/^end,|"type":"end"\}$/.test(last.line)) throw new FormError("the export breaks off before its end");
  const end = content(last.line, csv);
  if (end.markings !== markings) throw new FormError(`${end.markings} markings are announced, ${markings} came`);
  if (end.leaves !== leaves || head.size !== leaves || checkpoint.size !== leaves) throw new FormError(`${head.size} leaves are announced, ${leaves} came`);
  const digest = hex(await sha256(bytes.subarray(0, last.from)));
  const note = noteOf(end.signature);
  if (note.text !== `${FORMAT}\n${head.origin}\n${head.size}\n${digest}\n`) throw new FormError("the file is not as it was signed");
  const signer = await signerOf({ origin: head.origin, size: head.size, note }, keys);
  if (!signer || !(await signerOf(checkpoint, keys))) throw new FormError("the export is not signed by a key that it names");
  return { leaves, digest, signer: signer.written };
}
