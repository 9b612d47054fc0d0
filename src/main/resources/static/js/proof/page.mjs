// The page on which an auditor's browser checks the journal: asks, shows each step, and remembers what it has verified.
import { check, FAILED, FIRST, PASSED, Refusal, SEALED, UNREACHED, WARNED } from "./check.mjs";
import { keep, keptCheckpoints, rememberedKey, rememberKey } from "./kept.mjs";
import { missing, tidied } from "./note.mjs";
import { drawn, told } from "./tree.mjs";

const place = document.querySelector("[data-verify]");
const event = place.dataset.event || null;
const one = (name) => place.querySelector(`[data-${name}]`);
const form = one("trust");
const key = form.querySelector("#key");
const earlier = form.querySelector("#earlier");
const remember = form.querySelector("#remember");

const WORDS = { [PASSED]: "Passed", [FAILED]: "Failed", [SEALED]: "Sealed", [FIRST]: "Nothing to compare with yet", [WARNED]: "Look at this", [UNREACHED]: "Not reached" };

async function asked(path, read) {
  const answer = await fetch(path, { headers: { Accept: "application/json, text/plain, application/problem+json" }, cache: "no-store" });
  if (answer.ok) return read(answer);
  const problem = await answer.json().catch(() => ({}));
  const why = problem.findings?.map((finding) => `${finding.message} ${finding.rule}`).join(" ") || problem.detail || problem.title || "";
  throw new Refusal(`The journal does not answer this: ${answer.status} ${why}`.trim());
}

const json = (path) => asked(path, (answer) => answer.json());
const ask = {
  event: (id) => json(`/api/journal/events/${id}`),
  checkpoint: () => asked("/api/journal/checkpoint", (answer) => answer.text()),
  keys: () => json("/api/journal/keys"),
  inclusion: (id, size) => json(`/api/journal/proofs/inclusion?event=${id}&size=${size}`),
  consistency: (from, to) => json(`/api/journal/proofs/consistency?from=${from}&to=${to}`),
};

// A browser that keeps nothing may refuse even to be asked.
function storage() {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => { throw new Error("nothing is kept"); }, removeItem: () => {} };
  }
}
const store = storage();

function element(name, words, className) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  if (className) made.className = className;
  return made;
}

function verdict(kind, title, ...paragraphs) {
  const box = one("verdict");
  box.className = `verdict verdict-${kind}`;
  box.replaceChildren(element("h2", title), ...paragraphs.map((words) => (typeof words === "string" ? element("p", words) : words)));
}

function show(step, result) {
  const item = place.querySelector(`[data-step="${step}"]`);
  item.dataset.state = result.state;
  item.querySelector("[data-said]").replaceChildren(element("strong", `${WORDS[result.state]}. `), result.words);
  const facts = item.querySelector("[data-facts]");
  facts.hidden = result.facts.length === 0;
  facts.open = result.state === FAILED && result.facts.length > 0;
  facts.querySelector("dl").replaceChildren(...result.facts.map(([name, value]) => {
    const pair = document.createElement("div");
    const says = element("dd");
    says.append(element("code", value, value.includes("\n") ? "block lines" : ""));
    pair.append(element("dt", name), says);
    return pair;
  }));
}

function clear() {
  place.querySelectorAll("[data-step]").forEach((item) => {
    item.dataset.state = "waiting";
    item.querySelector("[data-said]").textContent = "Waiting.";
    item.querySelector("[data-facts]").hidden = true;
  });
  for (const name of ["path", "told", "alarm"]) one(name).hidden = true;
}

function download(words, name, text) {
  const link = element("a", words, "usa-button usa-button--outline");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  return link;
}

function alarm(contradiction) {
  const box = one("alarm");
  const both = element("p", "", "do");
  both.append(download("Download the earlier note", "earlier.checkpoint", contradiction.earlier), download("Download the present note", "present.checkpoint", contradiction.present));
  box.replaceChildren(
    element("h2", contradiction.proof ? "The journal contradicts itself" : "The journal does not continue what it signed before"),
    element("p", contradiction.words),
    element("p", contradiction.proof
      ? "Both statements bear a valid signature: together they prove it to anybody. Keep both, elsewhere than here, before you do anything else."
      : "Both statements bear a valid signature. Keep both, elsewhere than here, before you do anything else: a journal whose past is whole can always show the proof between them, and no other can."),
    both,
  );
  box.hidden = false;
}

function path(found) {
  const signed = found.steps.root.state === PASSED;
  one("drawing").replaceChildren(drawn(found.leaf, found.proof.leafIndex, found.folded.steps, signed));
  one("path-list").replaceChildren(...told(found.leaf, found.proof.leafIndex, found.folded.steps));
  one("path").hidden = false;
}

function conclude(found) {
  const failed = Object.entries(found.steps).filter(([, result]) => result.state === FAILED);
  if (found.folded) path(found);
  if (found.body && found.steps.root.state === PASSED) {
    one("body").textContent = JSON.stringify(found.said, null, 2);
    one("told").hidden = false;
  }
  const by = found.held ? "by the key that you hold" : "by a key that the journal itself names";
  const what = event === null ? `The statement about ${found.head?.size} events` : `Leaf ${found.event?.index}, in a tree of ${found.head?.size} events,`;
  if (found.verdict === PASSED) {
    const keepIt = element("p");
    keepIt.append(download("Keep this checkpoint elsewhere", `${found.head.size}.checkpoint`, found.head.written));
    verdict("passed", "Verified", `${what} ${event === null ? "is signed" : "is what was recorded, and is bound in the tree that was signed"} ${by}.`, keepIt);
  } else if (found.verdict === SEALED) {
    verdict("sealed", "Its place is verified, its content is not told", "What is in the tree at this place cannot have been changed since. What it says is sealed for you, or has lapsed by law, so it was not checked.");
  } else if (found.verdict === WARNED) {
    verdict("warned", "Verified, but at this address there was another journal", found.steps.past.words);
  } else {
    const names = failed.map(([step]) => place.querySelector(`[data-step="${step}"] h3`).textContent);
    verdict("failed", "Not verified", `${failed.length === 1 ? "This does" : "These do"} not hold: ${names.join("; ")}.`);
  }
  if (found.contradiction) alarm(found.contradiction);
  const sound = [PASSED, SEALED, WARNED].includes(found.verdict);
  const keeps = sound && keep(store, found.head);
  const count = found.head ? keptCheckpoints(store).filter((kept) => kept.origin === found.head.origin).length : 0;
  one("kept").textContent = sound && !keeps
    ? "This browser keeps nothing, so the next check here has nothing to compare with."
    : `This browser has kept ${count} ${count === 1 ? "checkpoint" : "checkpoints"} of this journal.`;
}

async function run() {
  clear();
  verdict("busy", "Checking", "One step after the other.");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const cannot = await missing();
    if (cannot) {
      verdict("unable", "Nothing could be checked", cannot, "Take an export and check it with java -jar glasnost.jar journal verify.");
      return;
    }
    conclude(await check({
      event, ask, held: key.value.trim(), earlier: earlier.value.trim() ? tidied(earlier.value) : "", kept: keptCheckpoints(store), say: show,
    }));
  } catch (e) {
    // A fault of this program is no proof of anything.
    verdict("failed", "Not verified", `The check itself broke off: ${e.message}`);
    throw e;
  } finally {
    button.disabled = false;
  }
}

form.addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  rememberKey(store, remember.checked ? key.value.trim() : "");
  run();
  one("verdict").scrollIntoView({ block: "nearest" });
});
key.value = rememberedKey(store);
remember.checked = key.value !== "";
place.hidden = false;
run();
