// What this browser remembers between visits: statements it has verified, and a key if it was asked to.
import { FormError } from "./bytes.mjs";
import { checkpointOf } from "./note.mjs";

const CHECKPOINTS = "glasnost.checkpoints";
const KEY = "glasnost.verifierKey";
/** Of each journal. The newest tell the most: each was compared with the one before it when it was kept. */
const MOST = 20;

function read(storage) {
  try {
    const notes = JSON.parse(storage.getItem(CHECKPOINTS) ?? "[]");
    return Array.isArray(notes) ? notes.filter((note) => typeof note === "string") : [];
  } catch {
    return [];
  }
}

/** All that are kept, smallest first; what cannot be read any more is left out. */
export function keptCheckpoints(storage) {
  const kept = [];
  for (const note of read(storage)) {
    try {
      kept.push(checkpointOf(note));
    } catch (e) {
      if (!(e instanceof FormError)) throw e;
    }
  }
  return kept.sort((a, b) => a.size - b.size);
}

/** Keeps one that was verified. A storage that is full or closed keeps nothing, and that is no reason to fail. */
export function keep(storage, checkpoint) {
  const all = keptCheckpoints(storage).filter((kept) => kept.written !== checkpoint.written);
  const same = all.filter((kept) => kept.origin === checkpoint.origin);
  const others = all.filter((kept) => kept.origin !== checkpoint.origin);
  const notes = [...others, ...[...same, checkpoint].slice(-MOST)].map((kept) => kept.written);
  try {
    storage.setItem(CHECKPOINTS, JSON.stringify(notes));
    return true;
  } catch {
    return false;
  }
}

export const rememberedKey = (storage) => storage.getItem(KEY) ?? "";

export function rememberKey(storage, key) {
  if (key) storage.setItem(KEY, key);
  else storage.removeItem(KEY);
}
