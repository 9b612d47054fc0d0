// The check of one event, or of the journal's head alone: one step after the other, each told as it is done. What it
// asks of the journal comes through `ask`, so that it runs in a browser and in a test alike.
import { base64, FormError, fromHex, hash, hex, same, utf8 } from "./bytes.mjs";
import { commitmentOf, continues, fold, leafOf } from "./merkle.mjs";
import { checkpointOf, keyOf, signerOf, tidied } from "./note.mjs";

/** What an answer refused, in the words of the answer. */
export class Refusal extends Error {}

/** Outcomes of a step. A step that was not reached proves nothing. */
export const PASSED = "passed";
export const FAILED = "failed";
export const SEALED = "sealed";
export const FIRST = "first";
export const WARNED = "warned";
export const UNREACHED = "unreached";

export const STEPS = ["body", "leaf", "path", "root", "signature", "past"];

const outcome = (state, words, facts = []) => ({ state, words, facts });

class Flaw extends Error {
  constructor(words, facts = []) {
    super(words);
    this.facts = facts;
  }
}

function requireSame(computed, stated, words, facts) {
  if (!same(computed, stated)) throw new Flaw(words, facts);
}

async function body({ event, ask, found }) {
  const told = await ask.event(event);
  found.event = told.event;
  if (told.event.id !== event) throw new Flaw("The journal answered with another event.");
  const stated = hash(told.event.commitment, "the commitment");
  found.commitment = stated;
  if (told.event.index === null) throw new Flaw("The event has no place in the tree yet. Check again in a moment.");
  if (told.event.sealed) {
    return outcome(SEALED, "What happened is sealed for you, or has lapsed by law, so nothing can be computed from it. Its commitment is taken as the journal gives it.", [["Commitment, as given", hex(stated)]]);
  }
  const bytes = utf8(told.body);
  const salt = fromHex(told.salt, "the salt");
  const computed = await commitmentOf(salt, bytes);
  const facts = [["Salt", told.salt], ["Body", `${bytes.length} bytes, below`], ["Computed", hex(computed)], ["The journal says", hex(stated)]];
  requireSame(computed, stated, "The body is not what the commitment binds: it, its salt or the commitment was altered.", facts);
  const said = JSON.parse(told.body);
  if (said.id !== event) throw new Flaw("The body is that of another event.", facts);
  found.body = told.body;
  found.said = said;
  return outcome(PASSED, "The body and its salt give the commitment.", facts);
}

async function leaf({ event, ask, found }) {
  // The statement is fetched once: path, root and signature are all about this one tree.
  found.statement = await ask.checkpoint();
  found.head = checkpointOf(found.statement);
  found.proof = await ask.inclusion(event, found.head.size);
  const computed = await leafOf(found.commitment);
  found.leaf = computed;
  const stated = hash(found.proof.leafHash, "the leaf");
  const facts = [["Computed", hex(computed)], ["The proof says", hex(stated)]];
  requireSame(computed, stated, "The commitment does not give the leaf that the proof is about.", facts);
  return outcome(PASSED, `It gives leaf ${found.proof.leafIndex}.`, facts);
}

async function path({ found }) {
  const { proof, head } = found;
  if (proof.treeSize !== head.size) throw new Flaw("The proof is about another tree than the statement.");
  if (proof.leafIndex !== found.event.index) throw new Flaw("The proof is about another leaf than the event's.");
  const hashes = proof.hashes.map((written) => hash(written, "a hash of the path"));
  const folded = await fold(found.leaf, proof.leafIndex, proof.treeSize, hashes);
  found.folded = folded;
  const steps = folded.steps.length;
  return outcome(PASSED, `${steps} ${steps === 1 ? "step leads" : "steps lead"} from leaf ${proof.leafIndex} to a root of ${proof.treeSize} events.`, [["Computed root", hex(folded.root)]]);
}

async function root({ found }) {
  const facts = [["Computed", `${hex(found.folded.root)} (${base64(found.folded.root)})`], ["The statement says", `${hex(found.head.root)} (${base64(found.head.root)})`]];
  requireSame(found.folded.root, found.head.root, "The path does not lead to the root that was signed: the leaf, a hash of the path or the statement was altered.", facts);
  return outcome(PASSED, "The path leads to the root that was signed.", facts);
}

async function signature({ ask, found, held }) {
  found.statement ??= await ask.checkpoint();
  found.head ??= checkpointOf(found.statement);
  found.named = [];
  for (const key of (await ask.keys()).items) found.named.push(await keyOf(key.verifierKey, key.fromSize, key.untilSize));
  const known = held ? await keyOf(held) : null;
  // Of the key that is held the journal may tell when it began and ended: that narrows what it signs, and widens nothing.
  found.held = known && (found.named.find((key) => key.written === known.written) ?? known);
  found.believed = found.held ? [found.held] : found.named;
  const signer = await signerOf(found.head, found.believed);
  const facts = [["Journal", found.head.origin], ["Events", String(found.head.size)], ["Keys believed", found.believed.map((key) => key.written).join("\n")]];
  if (!signer) {
    throw new Flaw(found.held ? "The statement is not signed by the key that you hold, or is of a size that this key does not sign." : "The statement is not signed by a key that the journal names for trees of its size.", facts);
  }
  found.signed = true;
  return found.held
    ? outcome(PASSED, "The statement is signed by the key that you hold.", facts)
    : outcome(PASSED, "The statement is signed by a key that the journal itself names. Give a key that you got another way, and it need not be believed in this either.", facts);
}

/**
 * What stands between two signed statements, or null where the one continues the other. Two of one size with two roots
 * are proof by themselves; of two sizes, it is the missing proof that speaks against the journal.
 */
async function contradiction(ask, earlier, head) {
  if (earlier.size > head.size) return { proof: false, words: `The earlier statement tells of ${earlier.size} events, the present one of ${head.size}: the end of the journal is missing, or an old statement is shown as the present one.` };
  if (earlier.size === head.size && !same(earlier.root, head.root)) return { proof: true, words: `Two statements about ${head.size} events name two different roots: there are two pasts.` };
  const hashes = earlier.size === head.size || earlier.size === 0 ? [] : (await ask.consistency(earlier.size, head.size)).hashes;
  const holds = await continues(earlier.size, earlier.root, head.size, head.root, hashes.map((written) => hash(written, "a hash of the proof")));
  return holds ? null : { proof: false, words: `It was not shown that the journal of ${head.size} events continues the journal of ${earlier.size} events that was signed before: its past was changed, or the proof was altered on the way.` };
}

async function past({ ask, found, earlier, kept }) {
  if (!found.signed) throw new Flaw("The present statement is not signed by a key that is believed, so nothing can be compared with it.");
  const compared = [];
  const given = earlier ? [["the checkpoint that you gave", checkpointOf(tidied(earlier))]] : [];
  // The newest is enough: it was compared with the one before it when it was kept.
  const newest = kept.filter((note) => note.origin === found.head.origin).slice(-1);
  const before = newest.map((note) => ["the checkpoint that this browser kept", note]);
  const others = [...new Set(kept.map((note) => note.origin))].filter((origin) => origin !== found.head.origin);
  for (const [words, statement] of [...given, ...before]) {
    const facts = [["Earlier", statement.written], ["Present", found.head.written]];
    if (statement.origin !== found.head.origin) throw new Flaw(`Of ${words}, the journal is another one: ${statement.origin}.`, facts);
    if (!(await signerOf(statement, [...found.believed, ...found.named]))) throw new Flaw(`Of ${words}, no key that is believed or named has signed it.`, facts);
    const broken = await contradiction(ask, statement, found.head);
    if (broken) {
      found.contradiction = { ...broken, earlier: statement.written, present: found.head.written };
      throw new Flaw(`${broken.words} Earlier is ${words}.`, facts);
    }
    compared.push([`Continues ${words}`, `of ${statement.size} events`]);
  }
  if (others.length > 0) {
    return outcome(WARNED, `This browser has kept checkpoints of another journal at this address: ${others.join(", ")}. A new, empty database is a new journal; ask whoever runs it whether there was a reason for one.`, compared);
  }
  if (compared.length === 0) return outcome(FIRST, "This browser has kept no checkpoint yet, so there is nothing to compare with. Once everything else holds, this one is kept.");
  return outcome(PASSED, "Everything that was signed before is still there, unaltered.", compared);
}

const RUNS = { body, leaf, path, root, signature, past };
const CHAIN = ["body", "leaf", "path", "root"];

/**
 * Checks.
 *
 * @param event the id of an event, or null for the journal's head alone
 * @param ask how the journal is asked: event, checkpoint, keys, inclusion, consistency
 * @param held a verifier key held independently, or "" for those that the journal names
 * @param earlier a checkpoint kept independently, or ""
 * @param kept checkpoints that this browser has kept, parsed, smallest first
 * @param say told each step's outcome as it is known
 * @returns what was found, with the outcome of each step and the verdict
 */
export async function check({ event, ask, held, earlier, kept, say }) {
  const found = { steps: {} };
  let broken = false;
  for (const step of STEPS) {
    const inChain = CHAIN.includes(step);
    if (inChain && event === null) continue;
    let result;
    if (inChain && broken) {
      result = outcome(UNREACHED, "Not reached: a step before it failed.");
    } else {
      try {
        result = await RUNS[step]({ event, ask, found, held, earlier, kept });
      } catch (e) {
        if (!(e instanceof Flaw || e instanceof FormError || e instanceof Refusal || e instanceof SyntaxError || e instanceof TypeError)) throw e;
        result = outcome(FAILED, e instanceof Flaw || e instanceof Refusal ? e.message : `What the journal answered is not of the form it should have: ${e.message}.`, e.facts ?? []);
      }
    }
    broken = broken || (inChain && result.state === FAILED);
    found.steps[step] = result;
    say(step, result, found);
  }
  found.verdict = verdict(Object.values(found.steps).map((step) => step.state));
  return found;
}

/** The worst of what the steps say; verified only if every one of them passed or had nothing to compare with. */
export function verdict(states) {
  for (const worse of [FAILED, UNREACHED, SEALED, WARNED]) {
    if (states.includes(worse)) return worse === UNREACHED ? FAILED : worse;
  }
  return states.length > 0 && states.every((state) => state === PASSED || state === FIRST) ? PASSED : FAILED;
}
