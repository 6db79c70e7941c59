"use strict";
// Elements made by hand: data only ever becomes text.
function el(tag, attrs, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// The shapes of nodes in a square of 14, by their corners; a dot is a circle. As paths for signs and SVG.
const OUTLINES = {
  triangle: [[7, 1.5], [13, 12.2], [1, 12.2]],
  square: [[2, 2], [12, 2], [12, 12], [2, 12]],
  hexagon: [[4, 1.8], [10, 1.8], [13, 7], [10, 12.2], [4, 12.2], [1, 7]],
  diamond: [[7, 0.8], [13.2, 7], [7, 13.2], [0.8, 7]],
  star: [[7, 0.8], [8.8, 5], [13.3, 5.4], [9.9, 8.4], [10.9, 12.8], [7, 10.4], [3.1, 12.8], [4.1, 8.4], [0.7, 5.4], [5.2, 5]],
};
const SHAPES = { dot: "M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z" };
for (const [name, corners] of Object.entries(OUTLINES)) SHAPES[name] = `M${corners.map((corner) => corner.join(" ")).join("L")}z`;
const SHAPE_BOX = 14;

function sign({ shape, colour }) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${SHAPE_BOX} ${SHAPE_BOX}`);
  svg.setAttribute("class", "sign");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[shape] || SHAPES.dot);
  path.setAttribute("fill", colour);
  svg.append(path);
  return svg;
}

// A sentence with its marks; of a very long one, what stands around them.
const LONG_QUOTE = 420;
function quote({ text, article, marks }) {
  const letters = Array.from(text);
  const spans = mergeSpans(marks);
  const cut = letters.length > LONG_QUOTE;
  const from = cut ? Math.max(spans[0][0] - 120, 0) : 0;
  const to = cut ? Math.min(Math.max(spans[0][1], from) + 240, letters.length) : letters.length;
  const parts = [from > 0 && "…"];
  let at = from;
  for (const [start, end] of spans) {
    if (start >= to) break;
    parts.push(letters.slice(at, start).join(""), el("mark", null, letters.slice(start, Math.min(end, to)).join("")));
    at = Math.min(end, to);
  }
  parts.push(letters.slice(at, to).join(""), to < letters.length && "…");
  const where = [article.paper, article.date, article.title ?? t("masthead")].filter(Boolean).map((part) => part.slice(0, 200)).join(" · ");
  return el("blockquote", null, ...parts, el("footer", null, where));
}

function mergeSpans(spans) {
  const merged = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
