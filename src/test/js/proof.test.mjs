// What the pages' own check says of the published vectors, of a journal that is whole, and of one that is not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { base64, FormError, fromHex, hex, same, utf8 } from "../../main/resources/static/js/proof/bytes.mjs";
import { check, FAILED, FIRST, PASSED, SEALED, UNREACHED, verdict, WARNED } from "../../main/resources/static/js/proof/check.mjs";
import { Progress, whole } from "../../main/resources/static/js/proof/export.mjs";
import { keep, keptCheckpoints, rememberedKey, rememberKey } from "../../main/resources/static/js/proof/kept.mjs";
import { continues, fold, leafOf, nodeOf, sha256 } from "../../main/resources/static/js/proof/merkle.mjs";
import { checkpointOf, keyOf, missing, noteOf, signerOf, tidied } from "../../main/resources/static/js/proof/note.mjs";

// RFC 6962: the leaf inputs and roots that its reference implementation publishes.
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

// The oracle: the tree's definition (section 2.1.1) and its recursive proofs (2.1.3.1, 2.1.4.1), word for word.
const split = (n) => 2 ** Math.ceil(Math.log2(n) - 1);

async function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return nodeOf(await rootOf(leaves.slice(0, k)), await rootOf(leaves.slice(k)));
}

async function inclusion(m, leaves) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...(await inclusion(m, leaves.slice(0, k))), await rootOf(leaves.slice(k))]
    : [...(await inclusion(m - k, leaves.slice(k))), await rootOf(leaves.slice(0, k))];
}

async function consistency(m, leaves, whole = true) {
  const n = leaves.length;
  if (m === n) return whole ? [] : [await rootOf(leaves)];
  const k = split(n);
  return m <= k
    ? [...(await consistency(m, leaves.slice(0, k), whole)), await rootOf(leaves.slice(k))]
    : [...(await consistency(m - k, leaves.slice(k), false)), await rootOf(leaves.slice(0, k))];
}

const vectorLeaves = () => Promise.all(INPUTS.map((input) => leafOf(fromHex(input))));

test("the published roots come out", async () => {
  const leaves = await vectorLeaves();
  for (let size = 0; size <= 8; size++) assert.equal(hex(await rootOf(leaves.slice(0, size))), ROOTS[size]);
});

test("every path of every tree leads to its root, and no altered one does", async () => {
  const leaves = await vectorLeaves();
  for (let size = 1; size <= 8; size++) {
    for (let at = 0; at < size; at++) {
      const path = await inclusion(at, leaves.slice(0, size));
      assert.equal(hex((await fold(leaves[at], at, size, path)).root), ROOTS[size], `leaf ${at} of ${size}`);
      for (let i = 0; i < path.length; i++) {
        const flipped = path.map((h, n) => (n === i ? Uint8Array.from(h, (b, x) => (x === 7 ? b ^ 16 : b)) : h));
        assert.notEqual(hex((await fold(leaves[at], at, size, flipped)).root), ROOTS[size]);
      }
      await assert.rejects(fold(leaves[at], at, size, [...path, leaves[0]]), FormError);
      if (path.length > 0) await assert.rejects(fold(leaves[at], at, size, path.slice(1)), FormError);
      const other = await fold(leaves[at], (at + 1) % size, size, path).catch(() => null);
      if (size > 1) assert.ok(other === null || hex(other.root) !== ROOTS[size]);
    }
    await assert.rejects(fold(leaves[0], size, size, []), FormError);
  }
});

test("each tree continues each smaller one, and nothing else does", async () => {
  const leaves = await vectorLeaves();
  for (let to = 0; to <= 8; to++) {
    for (let from = 0; from <= to; from++) {
      const proof = from === 0 ? [] : await consistency(from, leaves.slice(0, to));
      const roots = [fromHex(ROOTS[from]), fromHex(ROOTS[to])];
      assert.ok(await continues(from, roots[0], to, roots[1], proof), `${from} to ${to}`);
      const wrong = Uint8Array.from(roots[0], (b, x) => (x === 0 ? b ^ 1 : b));
      assert.ok(!(await continues(from, wrong, to, roots[1], proof)));
      assert.ok(!(await continues(from, roots[0], to, roots[1], [...proof, leaves[0]])));
      if (proof.length > 0) assert.ok(!(await continues(from, roots[0], to, roots[1], proof.slice(1))));
    }
    assert.ok(!(await continues(to + 1, fromHex(ROOTS[0]), to, fromHex(ROOTS[to]), [])));
  }
});

const GIVEN = "src/test/resources/journal/";
const lines = readFileSync(`${GIVEN}export.ndjson`, "utf8").trimEnd().split("\n");
const rows = lines.map((line) => JSON.parse(line));
const NOTE = rows.find((row) => row.type === "checkpoint").note;
const EARLY = readFileSync(`${GIVEN}early.checkpoint`, "utf8");
const KEY = readFileSync(`${GIVEN}journal.key`, "utf8").trim();
const events = rows.filter((row) => row.type === "event" || row.type === "leaf");
// The body stands in the export as its canonical text; what is hashed is that text.
const bodies = lines.filter((line) => /"type":"event"/.test(line)).map((line) => /"body":(\{.*\}),"commitment"/.exec(line)?.[1]);

async function journal(overrides = {}) {
  const leaves = await Promise.all(events.map((row) => leafOf(fromHex(row.commitment))));
  const at = rows.filter((row) => row.type === "event").findIndex((row) => row.body);
  const row = rows.filter((r) => r.type === "event")[at];
  const ask = {
    event: async () => ({
      event: { id: row.body.id, index: row.index, commitment: base64(fromHex(row.commitment)), sealed: false },
      body: bodies[at],
      salt: row.salt,
    }),
    checkpoint: async () => NOTE,
    keys: async () => ({ items: [{ verifierKey: KEY }] }),
    inclusion: async (id, size) => ({
      leafIndex: row.index,
      treeSize: size,
      leafHash: base64(leaves[row.index]),
      hashes: (await inclusion(row.index, leaves.slice(0, size))).map((h) => base64(h)),
    }),
    consistency: async (from, to) => ({ hashes: (await consistency(from, leaves.slice(0, to))).map((h) => base64(h)) }),
    ...overrides,
  };
  return { event: row.body.id, ask, row };
}

async function checked({ overrides, ...given } = {}) {
  const { event, ask } = await journal(overrides);
  const said = [];
  const found = await check({ event, ask, held: "", earlier: "", kept: [], say: (step, { state }) => said.push(`${step} ${state}`), ...given });
  return { said, found };
}

async function answer(name, ...asked) {
  return (await journal()).ask[name](...asked);
}

test("an event of a journal that is whole is verified, step by step", async () => {
  const { said, found } = await checked();
  assert.deepEqual(said, ["body passed", "leaf passed", "path passed", "root passed", "signature passed", "past first"]);
  assert.equal(found.verdict, PASSED);
  assert.equal((await checked({ held: KEY, earlier: EARLY })).found.verdict, PASSED);
  assert.equal((await checked({ event: null })).found.verdict, PASSED);
  assert.deepEqual((await checked({ event: null })).said, ["signature passed", "past first"]);
});

test("what is altered is named at the step that finds it, and nothing is called verified", async () => {
  const told = await answer("event");
  const flip = (text, at = text.length - 2) => text.slice(0, at) + (text[at] === "a" ? "b" : "a") + text.slice(at + 1);
  const proof = await answer("inclusion", "x", checkpointOf(NOTE).size);
  const cases = {
    "body failed": { event: async () => ({ ...told, body: told.body.replace('"form":1', '"form":2') }) },
    "body failed ": { event: async () => ({ ...told, salt: flip(told.salt) }) },
    "body failed  ": { event: async () => ({ ...told, event: { ...told.event, commitment: base64(new Uint8Array(32)) } }) },
    "leaf failed": { inclusion: async () => ({ ...proof, leafHash: base64(new Uint8Array(32)) }) },
    "path failed": { inclusion: async () => ({ ...proof, hashes: proof.hashes.slice(1) }) },
    "path failed ": { inclusion: async () => ({ ...proof, leafIndex: proof.leafIndex + 1 }) },
    "path failed  ": { inclusion: async () => ({ ...proof, treeSize: proof.treeSize - 1 }) },
    "root failed": { inclusion: async () => ({ ...proof, hashes: [base64(new Uint8Array(32)), ...proof.hashes.slice(1)] }) },
    "root failed ": { checkpoint: async () => NOTE.replace(/\n[^\n]{43}=\n/, `\n${base64(new Uint8Array(32))}\n`) },
    "signature failed": { checkpoint: async () => flip(NOTE, NOTE.length - 20) },
    "signature failed ": { keys: async () => ({ items: [] }) },
    "signature failed  ": { keys: async () => ({ items: [{ verifierKey: flip(KEY) }] }) },
  };
  for (const [step, overrides] of Object.entries(cases)) {
    const { said, found } = await checked({ overrides });
    assert.equal(said.find((line) => line.endsWith(FAILED)), step.trim(), said.join(", "));
    assert.equal(found.verdict, FAILED);
  }
  assert.equal((await checked({ overrides: cases["body failed"] })).found.steps.root.state, UNREACHED);
});

test("another key than the one held is not believed, whatever the journal names", async () => {
  const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const name = checkpointOf(NOTE).origin;
  const id = hex((await sha256(utf8(`${name}\n`), Uint8Array.of(1), raw)).slice(0, 4));
  const other = `${name}+${id}+${base64(Uint8Array.of(1, ...raw))}`;
  assert.equal((await checked({ held: other })).found.steps.signature.state, FAILED);
  await assert.rejects(keyOf(other.replace(id, "00000000")), FormError);

  // A second past, signed by the same journal, contradicts the first.
  const sign = async (text) => {
    const signature = new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, pair.privateKey, utf8(text)));
    return `${text}\n— ${name} ${base64(Uint8Array.of(...fromHex(id), ...signature))}\n`;
  };
  const size = checkpointOf(NOTE).size;
  const forged = await sign(`${name}\n2\n${base64(new Uint8Array(32))}\n`);
  const longer = await sign(`${name}\n${size + 9}\n${base64(new Uint8Array(32))}\n`);
  const fork = await sign(`${name}\n${size}\n${base64(new Uint8Array(32))}\n`);
  const keys = async () => ({ items: [{ verifierKey: KEY }, { verifierKey: other }] });
  for (const earlier of [forged, longer, fork]) {
    const { said, found } = await checked({ overrides: { keys }, earlier });
    assert.equal(said.at(-1), "past failed");
    assert.equal(found.verdict, FAILED);
    assert.equal(found.contradiction.earlier, earlier);
    assert.equal(found.contradiction.present, NOTE);
    assert.equal(found.contradiction.proof, earlier === fork);
    const kept = await checked({ overrides: { keys }, kept: [checkpointOf(earlier)] });
    assert.equal(kept.found.contradiction.earlier, earlier);
  }
  // One that nobody believed has signed proves nothing, but is not passed over.
  const unsigned = await checked({ earlier: forged });
  assert.equal(unsigned.said.at(-1), "past failed");
  assert.equal(unsigned.found.contradiction, undefined);
});

test("a key signs no tree outside its range, whether it is held or named", async () => {
  const size = checkpointOf(NOTE).size;
  const named = (range) => ({ keys: async () => ({ items: [{ verifierKey: KEY, ...range }] }) });
  for (const range of [{ fromSize: 0, untilSize: null }, { fromSize: size }, { fromSize: 0, untilSize: size }]) {
    for (const held of ["", KEY]) assert.equal((await checked({ overrides: named(range), held })).found.verdict, PASSED);
  }
  for (const range of [{ fromSize: size + 1 }, { fromSize: 0, untilSize: size - 1 }]) {
    for (const held of ["", KEY]) {
      const { found } = await checked({ overrides: named(range), held });
      assert.equal(found.steps.signature.state, FAILED, JSON.stringify(range));
      assert.equal(found.verdict, FAILED);
    }
  }
});

test("a sealed event has its place shown, and is not called verified", async () => {
  const told = await answer("event");
  const sealed = async () => ({ event: { ...told.event, sealed: true }, body: null, salt: null });
  const { said, found } = await checked({ overrides: { event: sealed } });
  assert.equal(said[0], "body sealed");
  assert.equal(found.steps.root.state, PASSED);
  assert.equal(found.verdict, SEALED);
});

test("another journal at the same address is told", async () => {
  const other = { ...checkpointOf(NOTE), origin: "elsewhere.example/x" };
  const { found } = await checked({ kept: [other] });
  assert.equal(found.steps.past.state, WARNED);
  assert.equal(found.verdict, WARNED);
});

test("the verdict is verified only where every step says so", () => {
  assert.equal(verdict([]), FAILED);
  assert.equal(verdict([PASSED, FIRST]), PASSED);
  assert.equal(verdict([PASSED, UNREACHED]), FAILED);
  assert.equal(verdict([PASSED, "anything"]), FAILED);
  assert.equal(verdict([SEALED, FAILED]), FAILED);
});

test("statements are kept by journal, smallest first, and a key only when asked", () => {
  const stored = new Map();
  const storage = { getItem: (n) => stored.get(n) ?? null, setItem: (n, v) => stored.set(n, v), removeItem: (n) => stored.delete(n) };
  assert.ok(keep(storage, checkpointOf(NOTE)));
  keep(storage, checkpointOf(EARLY));
  keep(storage, checkpointOf(EARLY));
  assert.deepEqual(keptCheckpoints(storage).map((kept) => kept.written), [EARLY, NOTE]);
  stored.set("glasnost.checkpoints", '["nonsense", 7]');
  assert.deepEqual(keptCheckpoints(storage), []);
  stored.set("glasnost.checkpoints", "{");
  assert.deepEqual(keptCheckpoints(storage), []);
  assert.ok(!keep({ getItem: () => null, setItem: () => { throw new Error("full"); } }, checkpointOf(NOTE)));
  rememberKey(storage, KEY);
  assert.equal(rememberedKey(storage), KEY);
  rememberKey(storage, "");
  assert.equal(rememberedKey(storage), "");
});

test("notes and keys that are none are refused", async () => {
  assert.equal(await missing(), null);
  assert.equal((await signerOf(checkpointOf(NOTE), [await keyOf(KEY)])).written, KEY);
  assert.equal(tidied(`\r\n${EARLY.replace(/\n/g, "\r\n")}  `), EARLY);
  for (const none of ["", "\n", "a\n1\nAAAA\n\n— a AAAAAAA=\n", NOTE.slice(0, -1), NOTE.replace("— ", "- "), NOTE.replace(/\n6\n/, "\n06\n")]) {
    assert.throws(() => checkpointOf(none), FormError, JSON.stringify(none));
  }
  assert.throws(() => noteOf("no note"), FormError);
  for (const none of ["", "a+00000000", "a+00000000+AAAA", `${KEY}=`]) await assert.rejects(keyOf(none), FormError);
  assert.ok(!same(fromHex("00"), fromHex("01")));
  assert.throws(() => fromHex("0"), FormError);
  assert.throws(() => fromHex("AB"), FormError);
});

test("an export that came whole is told so, and no other one", async () => {
  for (const name of ["export.ndjson", "export.csv"]) {
    const bytes = new Uint8Array(readFileSync(`${GIVEN}${name}`));
    const csv = name.endsWith("csv");
    const size = csv ? 7 : 6;
    assert.equal((await whole(bytes, csv)).leaves, size);
    assert.equal((await whole(bytes, csv)).signer, KEY);
    for (const cut of [0, 100, bytes.length - 1, bytes.length - 40]) await assert.rejects(whole(bytes.subarray(0, cut), csv), FormError, `${name} cut at ${cut}`);
    for (let at = 30; at < bytes.length; at += 37) {
      const altered = bytes.slice();
      altered[at] ^= 1;
      await assert.rejects(whole(altered, csv), (e) => e instanceof FormError || e instanceof SyntaxError, `${name} at ${at}`);
    }
    // As it comes, in pieces of any size.
    for (const piece of [1, 7, 100, 1 << 20]) {
      const progress = new Progress();
      let most = 0;
      for (let at = 0; at < bytes.length; at += piece) {
        progress.take(bytes.subarray(at, at + piece));
        assert.ok(progress.leaves >= most);
        most = progress.leaves;
      }
      assert.equal(progress.size, size);
      assert.equal(progress.leaves, size);
      assert.equal(progress.bytes, bytes.length);
    }
  }
});
