"use strict";
// A picture for a page of paper: some nodes of the canvas, drawn whole and to the edge, with a heading and the legend.
// It is a scene as paint.js paints and svg.js writes it.
const SCENE_MARGIN = 30;
const SCENE_CAPTION = 62;
const SCENE_LEAST = 440;
const RING = 6;

// `nodes` are vertices of the drawing ({id, kind, x, y, size, full, short}), `kinds` [[kind, text]] for the legend.
function pictureScene({ nodes, lines, chosen, title, kinds, drawing }) {
  const { colours, looks } = drawing;
  const measure = document.createElement("canvas").getContext("2d");
  const scale = pictureScale(nodes);
  const spots = nodes.map((node) => spotOf(node, scale, chosen.has(node.id)));
  const labels = placeLabels(spots, measure);
  const { width, height, move } = framePicture(spots, labels, measure);
  const at = new Map(spots.map((spot) => [spot.id, move(spot)]));
  const ends = lines.map((line) => [line, at.get(line.from), at.get(line.to)]).filter(([, a, b]) => a && b);
  const legend = legendOf(kinds, height, measure);
  const look = { border: colours.paper, opacity: 1, ring: null };
  const text = { colour: colours.ink, halo: colours.halo, bold: false };
  const ring = { colour: colours.accent, width: 2.5, dash: [] };
  return {
    width,
    height,
    paper: colours.paper,
    title,
    lines: ends.map(([line, a, b]) => ({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...drawing.lineLook(line, 1) })),
    nodes: [
      ...[...at.values()].map(({ id, kind, full, x, y, sign, must }) => ({ id, x, y, size: sign, title: full, ...looks[kind], ...look, ring: must ? ring : null })),
      ...legend.map(({ kind, x, y }) => ({ x, y, size: 6, ...looks[kind], ...look })),
    ],
    labels: [
      ...labels.map((label) => ({ ...text, ...move(label) })),
      startLabel(fitText(title, width - 2 * SCENE_MARGIN, 15, measure), SCENE_MARGIN, height - 48, 15, text, measure),
      ...legend.map((part) => startLabel(part.text, part.x + 12, part.y, 12, { ...text, colour: colours.soft }, measure)),
    ],
  };
}

// Pixels to a layout unit: the area grows with the number of nodes.
function pictureScale(nodes) {
  const side = Math.min(Math.max(125 * Math.sqrt(nodes.length), 460), 3600);
  const [left, right] = extent(nodes.map((node) => node.x));
  const [top, bottom] = extent(nodes.map((node) => node.y));
  return Math.min((1.35 * side) / Math.max(right - left, 1), side / Math.max(bottom - top, 1), 3);
}

// Signs keep a size that is seen; the name of a chosen one stands clear of its ring.
function spotOf(node, scale, must) {
  const sign = tenth(Math.min(Math.max(node.size * scale, 5), 24));
  return { ...node, x: node.x * scale, y: node.y * scale, sign, radius: sign + (must ? RING : 0), must, rank: node.size };
}

// Room for all signs and names, and `move` from where they are to where they are drawn.
function framePicture(spots, labels, measure) {
  const boxes = [
    ...spots.map(({ x, y, radius }) => [x - radius, x + radius, y - radius, y + radius]),
    ...labels.map(({ text, x, y, size }) => {
      measure.font = `600 ${size}px ${FONT}`;
      const half = measure.measureText(text).width / 2;
      return [x - half, x + half, y - size / 2, y + size / 2];
    }),
  ];
  const [left, right] = extent(boxes.flatMap((box) => box.slice(0, 2)));
  const [top, bottom] = extent(boxes.flatMap((box) => box.slice(2)));
  const width = Math.round(Math.max(right - left, SCENE_LEAST) + 2 * SCENE_MARGIN);
  const height = Math.round(bottom - top + 2 * SCENE_MARGIN + SCENE_CAPTION);
  const move = (item) => ({ ...item, x: tenth(item.x + (width - left - right) / 2), y: tenth(item.y + SCENE_MARGIN - top) });
  return { width, height, move };
}

function tenth(number) {
  return Math.round(number * 10) / 10;
}

function legendOf(kinds, height, measure) {
  measure.font = `400 12px ${FONT}`;
  let at = SCENE_MARGIN + 6;
  return kinds.map(([kind, text]) => {
    const part = { kind, text, x: tenth(at), y: height - 22 };
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
