// Takes an export with a word on how far it is. Without this script the same form downloads, and the browser tells.
import { FormError } from "./bytes.mjs";
import { Progress, whole } from "./export.mjs";
import { missing } from "./note.mjs";

const form = document.querySelector("[data-export]");
const box = form.querySelector("[data-export-progress]");
const bar = box.querySelector("progress");
const said = box.querySelector("[data-export-said]");
const cancel = box.querySelector("[data-export-cancel]");
const result = form.querySelector("[data-export-result]");

/** So much is held in memory where the browser cannot write to a file, or has to be read again to be checked. */
const MOST = Number(form.dataset.most);

const number = new Intl.NumberFormat("en");
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

class TooLarge extends Error {}

/** The file that was chosen cannot be written. */
class Unwritten extends Error {}

function tell(words, kind) {
  result.className = `export-result export-${kind}`;
  result.textContent = words;
}

/** Where the bytes go: a file that the person chooses, or memory. Null where they chose none. */
async function sink(name) {
  if (!window.showSaveFilePicker) {
    const parts = [];
    let size = 0;
    return {
      write: (chunk) => {
        size += chunk.length;
        if (size > MOST) throw new TooLarge();
        parts.push(chunk);
      },
      end: async () => {
        const blob = new Blob(parts, { type: "application/octet-stream" });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        return blob;
      },
      drop: () => parts.splice(0),
    };
  }
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name });
    const file = await handle.createWritable();
    return {
      write: (chunk) => file.write(chunk).catch((e) => { throw new Unwritten(e.message); }),
      end: async () => {
        await file.close().catch((e) => { throw new Unwritten(e.message); });
        return handle.getFile();
      },
      // What failed before it was written is gone already.
      drop: () => file.abort().catch(() => {}),
    };
  } catch (e) {
    if (e.name === "AbortError") return null;
    throw new Unwritten(e.message);
  }
}

async function check(file, csv) {
  if (file.size > MOST) return "It is too large to be checked here: use journal verify.";
  if (await missing()) return "This browser cannot check it: use journal verify.";
  const found = await whole(new Uint8Array(await file.arrayBuffer()), csv);
  return `It is whole: ${number.format(found.leaves)} leaves, and its signature holds by a key that it names. Bodies and tree are checked by journal verify.`;
}

/** Says why it did not come here, and offers what the browser does by itself. */
function offer(words, fields, kind) {
  tell(`${words} `, kind);
  const link = document.createElement("a");
  link.href = `${form.action}?${fields}`;
  link.textContent = "Download it without progress";
  result.append(link);
}

async function run(button) {
  const fields = new URLSearchParams(new FormData(form));
  const csv = fields.get("format") === "csv";
  let target;
  try {
    target = await sink(`journal.${csv ? "csv" : "ndjson"}`);
  } catch (e) {
    offer(`The browser gave no file to write to: ${e.message}. Nothing was taken.`, fields, "failed");
    return;
  }
  if (!target) return;
  const stop = new AbortController();
  cancel.onclick = () => stop.abort();
  button.disabled = true;
  box.hidden = false;
  tell("", "none");
  bar.removeAttribute("value");
  said.textContent = "The journal prepares it.";
  const progress = new Progress();
  try {
    const answer = await fetch(`${form.action}?${fields}`, { signal: stop.signal, cache: "no-store", headers: { Accept: "*/*" } });
    if (!answer.ok) throw new FormError(`the journal answered ${answer.status}`);
    const reader = answer.body.getReader();
    let shown = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      await target.write(read.value);
      progress.take(read.value);
      if (performance.now() - shown > 100) {
        shown = performance.now();
        show(progress);
      }
    }
    show(progress);
    const file = await target.end();
    tell("Checking whether it came whole.", "busy");
    tell(`Downloaded, ${megabytes(progress.bytes)}. ${await check(file, csv)}`, "done");
  } catch (e) {
    await target.drop();
    if (e.name === "AbortError") tell("Cancelled. Nothing was kept.", "stopped");
    else if (e instanceof TooLarge) {
      stop.abort();
      offer(`It is larger than the ${megabytes(MOST)} that this browser can hold here.`, fields, "stopped");
    } else if (e instanceof Unwritten) {
      stop.abort();
      offer(`The file could not be written: ${e.message}. What is in it is not to be relied on.`, fields, "failed");
    } else if (e instanceof FormError || e instanceof SyntaxError) tell(`Not to be relied on: ${e.message}. Take it again.`, "failed");
    else tell("The connection was lost before the end. Take it again.", "failed");
  } finally {
    button.disabled = false;
    box.hidden = true;
  }
}

function show(progress) {
  if (progress.size !== null) {
    bar.max = Math.max(1, progress.size);
    bar.value = progress.leaves;
  }
  said.textContent = progress.size === null
    ? megabytes(progress.bytes)
    : `${number.format(progress.leaves)} of ${number.format(progress.size)} leaves, ${megabytes(progress.bytes)}`;
}

form.addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  submitted.stopPropagation();
  run(submitted.submitter ?? form.querySelector("button[type=submit]"));
});
