"use strict";
// A scene on a 2d context: lines, nodes, labels, all in CSS pixels.
const shapePaths = new Map();

function paintScene(context, scene) {
  paintLines(context, scene.lines);
  for (const node of scene.nodes) paintNode(context, node);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of scene.labels) paintLabel(context, label);
  context.globalAlpha = 1;
}

// Lines of one look are one stroke: a thousand strokes would take longer than all else.
function paintLines(context, lines) {
  const looks = new Map();
  for (const line of lines) {
    const key = `${line.colour} ${line.width} ${line.opacity}`;
    if (!looks.has(key)) looks.set(key, []);
    looks.get(key).push(line);
  }
  context.lineCap = "round";
  for (const some of looks.values()) {
    context.globalAlpha = some[0].opacity;
    context.strokeStyle = some[0].colour;
    context.lineWidth = some[0].width;
    context.beginPath();
    for (const { x1, y1, x2, y2 } of some) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
  }
}

function paintNode(context, { shape, x, y, size, colour, border, opacity, ring }) {
  if (!shapePaths.has(shape)) shapePaths.set(shape, new Path2D(SHAPES[shape] || SHAPES.dot));
  const path = shapePaths.get(shape);
  const scale = shapeScale(size);
  context.globalAlpha = opacity;
  context.save();
  context.translate(x - (SHAPE_BOX / 2) * scale, y - (SHAPE_BOX / 2) * scale);
  context.scale(scale, scale);
  context.fillStyle = colour;
  context.fill(path);
  context.lineWidth = Math.min(1.5, size / 4) / scale;
  context.strokeStyle = border;
  context.stroke(path);
  context.restore();
  if (!ring) return;
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
