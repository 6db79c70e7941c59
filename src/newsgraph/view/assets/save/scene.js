"use strict";
// A picture for a page of paper: some nodes of the canvas, drawn whole and to the edge, with a heading and the legend.
// It is a scene as paint.js paints and svg.js writes it.
const SCENE_MARGIN = 60;
const SCENE_CAPTION = 66;

// `nodes` are vertices of the drawing ({id, kind, x, y, size, full, short}), `kinds` [[kind, text]] for the legend.
function pictureScene({ nodes, lines, chosen, title, kinds, drawing }) {
  const { colours, looks } = drawing;
  const frame = framePicture(nodes);
  const spots = new Map(nodes.map((node) => [node.id, { ...node, ...frame.place(node), must: chosen.has(node.id), rank: node.size }]));
  const measure = document.createElement("canvas").getContext("2d");
  const ends = lines.map((line) => [line, spots.get(line.from), spots.get(line.to)]).filter(([, a, b]) => a && b);
  const look = { border: colours.paper, opacity: 1 };
  const legend = legendOf(kinds, frame, measure);
  const text = { colour: colours.ink, halo: colours.halo, bold: false };
  return {
    width: frame.width,
    height: frame.height,
    paper: colours.paper,
    title,
    lines: ends.map(([line, a, b]) => ({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...drawing.lineLook(line, 1) })),
    nodes: [
      ...[...spots.values()].map(({ id, kind, full, x, y, radius, must }) => ({ id, x, y, size: radius, title: full, ...looks[kind], ...look, ring: must ? { colour: colours.accent, width: 2.5, dash: [] } : null })),
      ...legend.map(({ kind, x, y }) => ({ x, y, size: 6, ...looks[kind], ...look, ring: null })),
    ],
    labels: [
      ...placeLabels([...spots.values()], measure).map((label) => ({ ...label, ...text, bold: label.bold })),
      startLabel(fitText(title, frame.width - SCENE_MARGIN, 15, measure), SCENE_MARGIN / 2, frame.height - 50, 15, text, measure),
      ...legend.map((part) => startLabel(part.text, part.x + 12, part.y, 12, { ...text, colour: colours.soft }, measure)),
    ],
  };
}

// From layout units to pixels: the area grows with the number of nodes, and signs keep a size that is seen.
function framePicture(nodes) {
  const side = Math.min(Math.max(175 * Math.sqrt(nodes.length), 560), 4200);
  const [left, right] = extent(nodes.map((node) => node.x));
  const [top, bottom] = extent(nodes.map((node) => node.y));
  const scale = Math.min((1.35 * side) / Math.max(right - left, 1), side / Math.max(bottom - top, 1), 3);
  const width = Math.round(Math.max((right - left) * scale, 400) + 2 * SCENE_MARGIN);
  const height = Math.round(Math.max((bottom - top) * scale, 120) + 2 * SCENE_MARGIN + SCENE_CAPTION);
  const place = ({ x, y, size }) => ({
    x: tenth(width / 2 + (x - (left + right) / 2) * scale),
    y: tenth((height - SCENE_CAPTION) / 2 + (y - (top + bottom) / 2) * scale),
    radius: tenth(Math.min(Math.max(size * scale, 5), 24)),
  });
  return { width, height, place };
}

function tenth(number) {
  return Math.round(number * 10) / 10;
}

function legendOf(kinds, { height }, measure) {
  measure.font = `400 12px ${FONT}`;
  let at = SCENE_MARGIN / 2 + 6;
  return kinds.map(([kind, text]) => {
    const part = { kind, text, x: tenth(at), y: height - 24 };
    at += 12 + measure.measureText(text).width + 22;
    return part;
  });
}

// A label that begins at x; those of a scene stand about their middle.
function startLabel(text, x, y, size, look, measure) {
  measure.font = `400 ${size}px ${FONT}`;
  return { ...look, text, x: x + measure.measureText(text).width / 2, y, size };
}

function fitText(text, width, size, measure) {
  measure.font = `400 ${size}px ${FONT}`;
  const letters = Array.from(text.slice(0, 400));
  while (letters.length > 1 && measure.measureText(letters.join("")).width > width) letters.splice(-Math.ceil(letters.length / 20));
  return letters.join("");
}
