"use strict";
// Labels: as many as fit without touching.
const LABEL = 12.5;
const LONGEST = 14;
const HUBS = 6;
// Names tried a frame: there is never room for more.
const MOST_TRIED = 400;
const FONT = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';
const widths = new Map();

// `vertices` in screen units, {id, x, y, radius, full, short, must, rank}: the most important first, tried on all sides; one
// that would touch a label or a node is left out. The first few may lie over nodes: a hub has them all around. What must have
// its name gets it in full. `page` is {width, height, cards}: labels stay on it, and off its cards (boxes).
function placeLabels(vertices, measure, page = null) {
  const sorted = [...vertices].sort((a, b) => b.must - a.must || b.rank - a.rank || a.id - b.id);
  const discs = new Grid(48);
  for (const { id, x, y, radius } of sorted) if (radius > 3.5) discs.add({ id, x, y, w: radius * 0.8, h: radius * 0.8 });
  const taken = new Grid(64);
  for (const card of page?.cards || []) taken.add(card);
  const labels = [];
  for (const [i, vertex] of sorted.slice(0, MOST_TRIED).entries()) {
    const text = vertex.must ? vertex.full : vertex.short;
    const places = placesAround(vertex, widthOf(text, measure) / 2 + 3, LABEL / 2 + 3);
    const box = choosePlace(vertex, page ? places.filter((place) => isInside(place, page)) : places, taken, discs, i < HUBS) || (vertex.must ? places[0] : null);
    if (!box) continue;
    taken.add(box);
    labels.push({ id: vertex.id, text, x: box.x, y: box.y, size: LABEL, bold: vertex.must });
  }
  return labels;
}

function choosePlace(vertex, places, taken, discs, bold) {
  let best = null;
  let least = Infinity;
  for (const place of places) {
    if (taken.count(place, 1)) continue;
    const covered = discs.count(place);
    if (covered < least) [best, least] = [place, covered];
    if (least === 0) return best;
  }
  return bold || vertex.must ? best : null;
}

function isInside({ x, y, w, h }, { width, height }) {
  return x - w > 0 && y - h > 0 && x + w < width && y + h < height;
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
