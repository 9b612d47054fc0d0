#!/usr/bin/env node
// A second check of an export of the journal, or of a copy of its tiles, written from docs/spec/journal.md alone and in
// another language than the product, so that a flaw of the one program is not believed by the other. Node 20 or later,
// no packages: this file and the directory journal beside it are all of it.
//
//   node journal-verify.mjs FILE [--checkpoint FILE]... [--key FILE]...
//
// Exit status and rules are those of docs/spec/journal.md. FILE is NDJSON or CSV as it was exported, or a directory as
// journal mirror keeps it; memory holds one line, the right edge of the tree, and the last marking of each document.
import { readFileSync, statSync } from "node:fs";
import { ExportCheck } from "./journal/export.mjs";
import { decoded } from "./journal/form.mjs";
import { Statements } from "./journal/statements.mjs";
import { TileCheck } from "./journal/tiles.mjs";

const argv = process.argv.slice(2);
const given = { "--checkpoint": [], "--key": [] };
const files = [];
for (let at = 0; at < argv.length; at++) {
  if (given[argv[at]] && at + 1 < argv.length) given[argv[at]].push(argv[++at]);
  else files.push(argv[at]);
}
if (files.length !== 1 || files[0].startsWith("--")) {
  console.error("node journal-verify.mjs FILE [--checkpoint FILE]... [--key FILE]...");
  process.exit(2);
}
try {
  // A file in which nothing stands is none: what is checked would be believed on its own word.
  const held = (what) => (path) => {
    const text = decoded(readFileSync(path));
    if (text.trim() === "") throw new Error(`${path}: there is no ${what} in it`);
    return text;
  };
  const keys = given["--key"].map(held("key")).flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== "");
  const statements = new Statements(given["--checkpoint"].map(held("checkpoint")), keys);
  const check = statSync(files[0]).isDirectory() ? new TileCheck(statements) : new ExportCheck(statements);
  await check.run(files[0]);
  statements.flaws.forEach((flaw) => console.log(flaw));
  console.log(`${check.tree.size} leaves, ${check.events} events, ${check.sealed} sealed, ${check.marked} markings, ` +
    `${check.undecided} undecided; root ${Buffer.from(check.tree.root(), "base64").toString("hex")}`);
  console.log(statements.flaws.length > 0 ? "NOT VERIFIED" : statements.keysHeld
    ? "verified" : "whole, by the keys that it brings itself");
  process.exitCode = statements.flaws.length > 0 ? 1 : check.undecided > 0 ? 3 : 0;
} catch (e) {
  console.error(`cannot be read: ${e.message}`);
  process.exitCode = 2;
}
