"use strict";
// Labels: as many as fit without touching.
const LABEL = 12.5;
const LONGEST = 14;
const HUBS = 6;
const FONT = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';
const widths = new Map();

// `vertices` in screen units, {id, x, y, radius, full, short, must, rank}: the most important first, tried on all sides; one
// that would touch a label or a node is left out. The first few may lie over nodes: a hub has them all around. What must have
// its name gets it in full.
function placeLabels(vertices, measure) {
  const sorted = [...vertices].sort((a, b) => b.must - a.must || b.rank - a.rank || a.id - b.id);
  const discs = new Grid(48);
  for (const { id, x, y, radius } of sorted) if (radius > 3.5) discs.add({ id, x, y, w: radius * 0.8, h: radius * 0.8 });
  const taken = new Grid(64);
  const labels = [];
  for (const [i, vertex] of sorted.entries()) {
    const text = vertex.must ? vertex.full : vertex.short;
    const box = choosePlace(vertex, widthOf(text, measure), taken, discs, i < HUBS);
    if (!box) continue;
    taken.add(box);
    labels.push({ id: vertex.id, text, x: box.x, y: box.y, size: LABEL, bold: vertex.must });
  }
  return labels;
}

function choosePlace(vertex, width, taken, discs, bold) {
  const places = placesAround(vertex, width / 2 + 3, LABEL / 2 + 3);
  let best = null;
  let least = Infinity;
  for (const place of places) {
    if (taken.count(place, 1)) continue;
    const covered = discs.count(place);
    if (covered < least) [best, least] = [place, covered];
    if (least === 0) return best;
  }
  if (bold || vertex.must) return best || (vertex.must ? places[0] : null);
  return null;
}

function placesAround({ id, x, y, radius }, w, h) {
  const at = (dx, dy) => ({ id, x: x + dx, y: y + dy, w, h });
  const [dx, dy] = [radius * 0.7 + w, radius * 0.7 + h * 0.6];
  return [
    at(0, radius + h), at(0, -radius - h), at(radius + w, 0), at(-radius - w, 0),
    at(dx, dy), at(-dx, dy), at(dx, -dy), at(-dx, -dy),
  ];
}

function widthOf(text, measure) {
  if (!widths.has(text)) {
    measure.font = `400 ${LABEL}px ${FONT}`;
    widths.set(text, measure.measureText(text).width);
  }
  return widths.get(text);
}

function shorten(label, longest = LONGEST) {
  const letters = Array.from(label.slice(0, 400).replace(/\s+/g, " "));
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}
