// Draws a path through the tree: what was computed in the middle, what the proof brought on the side it stands on.
import { hex } from "./bytes.mjs";

const NS = "http://www.w3.org/2000/svg";
const WIDTH = 360;
const BOX = { width: 104, height: 38 };
const PITCH = 68;
const CENTRE = { left: 60, middle: 180, right: 300 };

function shape(name, attributes, words) {
  const element = document.createElementNS(NS, name);
  Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
  if (words !== undefined) element.textContent = words;
  return element;
}

const short = (hash) => `${hex(hash).slice(0, 8)}…`;

function node(x, y, above, hash, kind) {
  const group = shape("g", { class: `tree-node ${kind}` });
  group.append(
    shape("title", {}, hex(hash)),
    shape("rect", { x: x - BOX.width / 2, y: y - BOX.height / 2, width: BOX.width, height: BOX.height, rx: 4 }),
    shape("text", { x, y: y - 4, class: "tree-what" }, above),
    shape("text", { x, y: y + 12, class: "tree-hash" }, short(hash)),
  );
  return group;
}

/** The drawing, from the root down; `signed` says whether the root is the one that was signed. */
export function drawn(leaf, index, steps, signed) {
  const height = (steps.length + 1) * PITCH;
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "tree", role: "img", focusable: "false" });
  svg.setAttribute("aria-label", `The path from leaf ${index} to the root, in ${steps.length} ${steps.length === 1 ? "step" : "steps"}; told in full below.`);
  const at = (level) => height - PITCH / 2 - level * PITCH;
  const lines = shape("g", { class: "tree-lines" });
  const nodes = shape("g", {});
  nodes.append(node(CENTRE.middle, at(0), `leaf ${index}`, leaf, steps.length === 0 ? rootKind(signed) : "tree-own"));
  steps.forEach((step, level) => {
    const below = at(level);
    const above = at(level + 1);
    for (const x of [CENTRE.middle, CENTRE[step.side]]) {
      lines.append(shape("path", { d: `M${CENTRE.middle} ${above + BOX.height / 2} L${x} ${below - BOX.height / 2}` }));
    }
    nodes.append(node(CENTRE[step.side], below, `${step.side} sibling`, step.sibling, "tree-sibling"));
    const last = level === steps.length - 1;
    nodes.append(node(CENTRE.middle, above, last ? "root" : "computed", step.together, last ? rootKind(signed) : "tree-own"));
  });
  svg.append(lines, nodes);
  return svg;
}

const rootKind = (signed) => (signed ? "tree-root" : "tree-root tree-wrong");

/** The same in words, with each hash in full. */
export function told(leaf, index, steps) {
  const item = (words, ...hashes) => {
    const li = document.createElement("li");
    const p = document.createElement("p");
    p.textContent = words;
    li.append(p);
    for (const [name, hash] of hashes) {
      const line = document.createElement("p");
      const code = document.createElement("code");
      code.textContent = hex(hash);
      line.append(`${name} `, code);
      li.append(line);
    }
    return li;
  };
  return [
    item(`Leaf ${index}.`, ["Leaf", leaf]),
    ...steps.map((step, level) => item(
      `${level === steps.length - 1 ? "To the root: the" : "The"} sibling stands on the ${step.side}.`,
      ["Sibling", step.sibling],
      ["Together", step.together],
    )),
  ];
}
