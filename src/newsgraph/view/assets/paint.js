"use strict";
// A scene on a 2d context: lines, nodes, labels, all in CSS pixels.
function paintScene(context, scene) {
  paintLines(context, scene.lines);
  paintNodes(context, scene.nodes);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of scene.labels) paintLabel(context, label);
  context.globalAlpha = 1;
}

// What has one look is one stroke: a thousand of them would take longer than all else.
function paintLines(context, lines) {
  context.lineCap = "round";
  for (const some of byLook(lines, ({ colour, width, opacity }) => `${colour} ${width} ${opacity}`)) {
    const [look] = some;
    context.globalAlpha = look.opacity;
    context.strokeStyle = look.colour;
    context.lineWidth = look.width;
    context.beginPath();
    for (const { x1, y1, x2, y2 } of some) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
  }
}

function paintNodes(context, nodes) {
  for (const some of byLook(nodes, ({ colour, opacity, size }) => `${colour} ${opacity} ${borderOf(size)}`)) {
    const [look] = some;
    context.globalAlpha = look.opacity;
    context.fillStyle = look.colour;
    context.strokeStyle = look.border;
    context.lineWidth = borderOf(look.size);
    context.beginPath();
    for (const node of some) addOutline(context, node);
    context.fill();
    context.stroke();
  }
  for (const node of nodes) if (node.ring) paintRing(context, node);
}

// Lists of what has one look, in the order of their firsts.
function byLook(items, keyOf) {
  const looks = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const some = looks.get(key);
    if (some) some.push(item);
    else looks.set(key, [item]);
  }
  return looks.values();
}

function borderOf(size) {
  return size >= 6 ? 1.5 : size >= 3 ? 1 : 0.5;
}

function addOutline(context, { shape, x, y, size }) {
  const scale = shapeScale(size);
  const corners = OUTLINES[shape];
  if (!corners) {
    context.moveTo(x + 5.5 * scale, y);
    context.arc(x, y, 5.5 * scale, 0, 2 * Math.PI);
    return;
  }
  const [left, top] = [x - (SHAPE_BOX / 2) * scale, y - (SHAPE_BOX / 2) * scale];
  corners.forEach(([u, v], i) => context[i ? "lineTo" : "moveTo"](left + u * scale, top + v * scale));
  context.closePath();
}

function paintRing(context, { x, y, size, ring, opacity }) {
  context.globalAlpha = opacity;
  context.beginPath();
  context.arc(x, y, size + 4, 0, 2 * Math.PI);
  context.lineWidth = ring.width;
  context.strokeStyle = ring.colour;
  context.setLineDash(ring.dash);
  context.stroke();
  context.setLineDash([]);
}

// Shapes fill their square of 14 up to about 1.4 from its sides.
function shapeScale(size) {
  return size / 5.6;
}

function paintLabel(context, { text, x, y, size, bold, colour, halo }) {
  context.globalAlpha = 1;
  context.font = `${bold ? 600 : 400} ${size}px ${FONT}`;
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
