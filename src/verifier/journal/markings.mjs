// Markings follow from events: each change begins where the one before it ended.
import { membersOf, stringOf } from "./json.mjs";

const tellsMarkings = (kind) => kind === "MARKING_CHANGED" || kind === "DOCUMENT_REGISTERED";

/** No marking is written by leaving it out, and might be as null; equal markings are equal texts. */
const marking = (raw) => (raw === undefined || raw === "null" ? null : raw);

export class Markings {
  #of = new Map();
  #lastSealed = -1;

  /** @param from the size of the tree when the reading of current markings began */
  constructor(from) {
    this.from = from;
  }

  sealed(index, kind) {
    if (tellsMarkings(kind)) this.#lastSealed = index;
  }

  /** Null, or what is wrong with the event. */
  replay(index, body) {
    // Most events are of other kinds, and are not taken apart once more.
    if (!body.includes('"kind":"MARKING_CHANGED"') && !body.includes('"kind":"DOCUMENT_REGISTERED"')) return null;
    const members = membersOf(body);
    const kind = stringOf(members.get("kind"));
    const document = stringOf(members.get("document"));
    if (document === undefined || !tellsMarkings(kind)) return null;
    const known = this.#of.get(document);
    const wrong = kind === "MARKING_CHANGED" && known && known.since > this.#lastSealed &&
      known.last !== marking(members.get("before"));
    const after = marking(members.get("after"));
    const next = known ?? { held: null, later: [] };
    if (index < this.from) next.held = after;
    else next.later.push(after);
    next.last = next.later.length === 0 ? next.held : next.later.at(-1);
    next.since = index;
    this.#of.set(document, next);
    return wrong ? `event ${index} changes another marking of document ${document} than the one that held` : null;
  }

  /** "agrees", "differs", or "unknown" where a sealed change may be the reason. */
  compare(document, raw) {
    const said = marking(raw);
    const known = this.#of.get(document);
    if (known && (known.held === said || known.later.includes(said))) return "agrees";
    return this.#lastSealed >= 0 && (!known || known.since < this.#lastSealed) ? "unknown" : "differs";
  }
}
