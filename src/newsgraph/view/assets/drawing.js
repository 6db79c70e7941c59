"use strict";
// The canvas. vis-network keeps the camera, finds the node under the pointer and drags it; what is seen is painted by paint.js.
const MANY_LINES = 600;
const EDGE_LENGTH = 110;
const FAR = 420;
const GRASP = 6;

class Drawing {
  // `looks` is {kind: {shape, colour}}; `opening` are the nodes laid out together; `cards` tells which elements lie over the canvas;
  // `on` is told of a click: node(id), line(line), ground(), and of a drag: pin(id, [x, y]).
  constructor(container, options, { looks, opening, cards, on }) {
    Object.assign(this, { container, looks, opening: new Set(opening), cards, on });
    this.vertices = new Map();
    this.spots = new Map();
    this.picture = { nodes: [], lines: [], near: null, faint: 1, chosen: new Set() };
    this.pinned = {};
    this.hovered = null;
    this.hoveredLine = null;
    this.nodes = new vis.DataSet();
    this.network = new vis.Network(container, { nodes: this.nodes, edges: new vis.DataSet() }, this.options(options));
    this.network.on("beforeDrawing", (context) => this.draw(context));
    this.network.on("click", (event) => this.click(event));
    this.network.on("hoverNode", ({ node }) => this.hover(node));
    this.network.on("blurNode", () => this.hover(null));
    this.network.on("dragging", ({ nodes }) => this.drag(nodes));
    this.network.on("dragEnd", ({ nodes }) => this.drop(nodes));
    container.addEventListener("mousemove", (event) => this.hoverLine(event));
    this.recolour();
  }

  options(given) {
    return {
      physics: given.physics,
      layout: { improvedLayout: false },
      nodes: { shape: "custom", ctxRenderer: () => ({}), font: { size: 0 }, chosen: false },
      interaction: { hover: true, selectConnectedEdges: false, multiselect: false, tooltipDelay: 1e9, keyboard: false, hideEdgesOnDrag: false },
    };
  }

  // Takes the colours of the page's theme.
  recolour() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    this.colours = { paper: colour("paper"), ink: colour("ink"), halo: colour("halo"), line: colour("edge"), strong: colour("edge-strong"), touched: colour("edge-touched"), accent: colour("accent"), soft: colour("soft") };
    this.network.redraw();
  }

  // Shows a picture; `pinned` is {id: [x, y]}.
  show(picture, pinned) {
    this.picture = picture;
    this.pinned = pinned;
    const crowd = new Grid(80);
    for (const { id, size } of picture.nodes) if (this.spots.has(id)) crowd.add(discAt(this.spots.get(id), size, id));
    const near = neighboursIn(picture.lines);
    const before = this.vertices;
    this.vertices = new Map();
    for (const node of picture.nodes) {
      const [x, y] = pinned[node.id] || this.settle(node, near.get(node.id) || [], crowd);
      const name = node.post || node.label;
      this.vertices.set(node.id, { ...node, x, y, full: shorten(node.label, 60), short: shorten(name) });
    }
    this.hoveredLine = null;
    if (!this.vertices.has(this.hovered)) this.hovered = null;
    this.sync(before);
  }

  // Tells vis-network of what came, went, moved and is selected, upon which it asks for the canvas to be drawn.
  sync(before) {
    this.nodes.remove([...before.keys()].filter((id) => !this.vertices.has(id)));
    const come = [...this.vertices.values()].filter(({ id }) => !before.has(id));
    this.nodes.add(come.map(({ id, x, y, size }) => ({ id, x, y, size })));
    for (const { id, x, y } of this.vertices.values()) {
      const old = before.get(id);
      if (old && (old.x !== x || old.y !== y)) this.network.moveNode(id, x, y);
    }
    const chosen = [...this.picture.chosen].filter((id) => this.vertices.has(id));
    this.network.selectNodes(chosen, false);
  }

  // The place of a node: where it was, else where the layout has it, or, of one that came later, nearer to what it is tied to if
  // that is far away; in either case beside what is there already.
  settle({ id, x, y, size }, neighbours, crowd) {
    if (this.spots.has(id)) return this.spots.get(id);
    let spot = [x, y];
    const placed = neighbours.map((other) => this.spots.get(other)).filter(Boolean);
    if (placed.length && !this.opening.has(id)) {
      const anchor = placed.reduce((best, at) => (distance(at, spot) < distance(best, spot) ? at : best));
      const away = distance(anchor, spot);
      if (away > FAR) spot = [0, 1].map((k) => anchor[k] + ((spot[k] - anchor[k]) / away) * EDGE_LENGTH);
    }
    const [left, top] = spot;
    for (let step = 0; step < 400 && crowd.count(discAt(spot, size, id), 1); step += 1) {
      const reach = 14 * Math.sqrt(step + 1);
      spot = [Math.round(left + reach * Math.cos(step * 2.4)), Math.round(top + reach * Math.sin(step * 2.4))];
    }
    crowd.add(discAt(spot, size, id));
    this.spots.set(id, spot);
    return spot;
  }

  draw(context) {
    const scene = this.scene(context);
    const ratio = context.canvas.width / scene.width;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.paint(context, scene);
    context.restore();
  }

  paint(context, scene) {
    paintScene(context, scene);
  }

  // What is on the canvas now, in CSS pixels: {width, height, paper, lines, nodes, labels}.
  scene(measure = document.createElement("canvas").getContext("2d")) {
    const { clientWidth: width, clientHeight: height } = this.container;
    const scale = this.network.getScale();
    const view = this.network.getViewPosition();
    const toScreen = (x, y) => [(x - view.x) * scale + width / 2, (y - view.y) * scale + height / 2];
    const spots = new Map();
    for (const vertex of this.vertices.values()) {
      const [x, y] = toScreen(vertex.x, vertex.y);
      spots.set(vertex.id, { id: vertex.id, x, y, radius: Math.max(vertex.size * scale, 2.5) });
    }
    const seen = [...spots.values()].filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius);
    return {
      width,
      height,
      paper: this.colours.paper,
      lines: this.sceneLines(spots, width, height),
      nodes: seen.map((spot) => this.sceneNode(spot)).sort((a, b) => a.opacity - b.opacity),
      labels: this.sceneLabels(seen, spots, measure, { width, height, cards: this.cardBoxes() }),
    };
  }

  sceneLines(spots, width, height) {
    const crowded = this.picture.lines.length > MANY_LINES ? 0.6 : 1;
    const order = { faded: 0, plain: 1, touched: 2 };
    const lines = [];
    for (const line of this.picture.lines) {
      const [a, b] = [spots.get(line.from), spots.get(line.to)];
      if (!a || !b || Math.max(a.x, b.x) < 0 || Math.max(a.y, b.y) < 0 || Math.min(a.x, b.x) > width || Math.min(a.y, b.y) > height) continue;
      lines.push({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, state: line.state, ...this.lineLook(line, crowded) });
    }
    return lines.sort((a, b) => order[a.state] - order[b.state] || a.width - b.width);
  }

  lineLook(line, crowded) {
    const hovered = line === this.hoveredLine;
    const touched = hovered || line.state === "touched";
    const width = line.weight ? Math.min(0.8 + line.weight * 0.9, 9) : touched ? 2 : 1;
    const close = line.weight ? (line.rank === null ? 0.45 : Math.max(1 - line.rank / 12, 0.25)) : 1;
    const opacity = line.state === "faded" && !hovered ? this.picture.faint * 0.8 : touched ? 1 : crowded * close;
    return { colour: hovered ? this.colours.accent : touched ? this.colours.touched : line.weight ? this.colours.strong : this.colours.line, width: width + (hovered ? 1 : 0), opacity };
  }

  sceneNode({ id, x, y, radius }) {
    const { kind } = this.vertices.get(id);
    const { near, chosen, faint } = this.picture;
    const opacity = near === null || near.has(id) || id === this.hovered ? 1 : faint;
    const ring = chosen.has(id)
      ? { colour: this.colours.accent, width: 2.5, dash: [] }
      : this.pinned[id] ? { colour: this.colours.soft, width: 1.2, dash: [2, 3] } : null;
    return { id, x, y, size: radius, ...this.looks[kind], border: this.colours.paper, opacity, ring };
  }

  cardBoxes() {
    const { left, top } = this.container.getBoundingClientRect();
    return this.cards().map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { id: null, x: x - left + width / 2, y: y - top + height / 2, w: width / 2, h: height / 2 };
    });
  }

  sceneLabels(seen, spots, measure, page) {
    const { near, chosen } = this.picture;
    const named = seen.filter(({ id }) => near === null || near.has(id) || id === this.hovered).map((spot) => {
      const { full, short, size } = this.vertices.get(spot.id);
      const must = spot.id === this.hovered || chosen.has(spot.id);
      return { ...spot, full, short, must, rank: size + (spot.id === this.hovered ? 1000 : 0) };
    });
    const labels = placeLabels(named, measure, page).map((label) => ({ ...label, colour: this.colours.ink, halo: this.colours.halo }));
    const line = this.hoveredLine;
    if (line && line.relations.length) {
      const [a, b] = [spots.get(line.from), spots.get(line.to)];
      const text = line.relations.map((relation) => word("relations", relation)).join(t("listComma"));
      labels.push({ id: null, text, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, size: 11.5, bold: false, colour: this.colours.accent, halo: this.colours.halo });
    }
    return labels;
  }

  spotOf(id) {
    const { x, y } = this.vertices.get(id);
    return [Math.round(x), Math.round(y)];
  }

  shownIds() {
    return [...this.vertices.keys()];
  }

  click({ nodes, pointer }) {
    if (nodes.length) return this.on.node(nodes[0]);
    const line = this.lineAt(pointer.DOM);
    return line ? this.on.line(line) : this.on.ground();
  }

  hover(id) {
    this.hovered = id;
    this.container.style.cursor = id === null ? "default" : "pointer";
    this.network.redraw();
  }

  hoverLine(event) {
    if (this.hovered !== null || event.buttons) return;
    const { left, top } = this.container.getBoundingClientRect();
    const line = this.lineAt({ x: event.clientX - left, y: event.clientY - top });
    if (line === this.hoveredLine) return;
    this.hoveredLine = line;
    this.container.style.cursor = line ? "pointer" : "default";
    this.network.redraw();
  }

  // The line under a point of the screen, the nearest within a few pixels; faded ones let the pointer through.
  lineAt(point) {
    const { x, y } = this.network.DOMtoCanvas(point);
    let best = null;
    let least = GRASP / this.network.getScale();
    for (const line of this.picture.lines) {
      if (line.state === "faded") continue;
      const away = distanceToLine(x, y, this.vertices.get(line.from), this.vertices.get(line.to));
      if (away < least) [best, least] = [line, away];
    }
    return best;
  }

  drag(ids) {
    for (const id of ids) Object.assign(this.vertices.get(id), this.network.getPosition(id));
  }

  drop(ids) {
    this.drag(ids);
    for (const id of ids) this.on.pin(id, this.spotOf(id));
  }

  // Moves the camera to a node, closer if it is far away.
  approach(id) {
    const { x, y } = this.vertices.get(id);
    this.network.moveTo({ position: { x, y }, scale: Math.max(this.network.getScale(), 0.9), animation: { duration: 350 } });
  }

  // Shows all that is on the canvas, clear of the cards at its sides.
  fit(animated) {
    const some = [...this.vertices.values()];
    if (some.length === 0) return;
    const [left, right] = extent(some.map((vertex) => vertex.x));
    const [top, bottom] = extent(some.map((vertex) => vertex.y));
    const { clientWidth: width, clientHeight: height } = this.container;
    const room = width > 760 ? { left: 240, right: 80, top: 100, bottom: 130 } : { left: 40, right: 40, top: 130, bottom: 40 };
    const scale = Math.min(
      Math.max(width - room.left - room.right, 80) / Math.max(right - left, 1),
      Math.max(height - room.top - room.bottom, 80) / Math.max(bottom - top, 1), 1.3);
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      offset: { x: (room.left - room.right) / 2, y: (room.top - room.bottom) / 2 },
      scale,
      animation: animated ? { duration: 350 } : false,
    });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: { duration: 200 } });
  }

  pan(dx, dy) {
    this.network.moveTo({ offset: { x: -dx, y: -dy }, position: this.network.getViewPosition() });
  }

  // The node that one would reach from `id` going dx, dy: near, and not aside; what is faded is passed over.
  towards(id, dx, dy) {
    const from = this.vertices.get(id);
    let best = null;
    let least = Infinity;
    for (const vertex of this.vertices.values()) {
      const [x, y] = [vertex.x - from.x, vertex.y - from.y];
      const ahead = x * dx + y * dy;
      if (vertex.id === id || ahead <= 0) continue;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
      if (cost < least) [best, least] = [vertex.id, cost];
    }
    return best;
  }
}

function discAt([x, y], size, id) {
  return { id, x, y, w: size + 6, h: size + 6 };
}

function neighboursIn(lines) {
  const near = new Map();
  const add = (id, other) => (near.has(id) ? near.get(id).push(other) : near.set(id, [other]));
  for (const { from, to } of lines) {
    add(from, to);
    add(to, from);
  }
  return near;
}

function distance([x, y], [u, v]) {
  return Math.hypot(x - u, y - v);
}

function distanceToLine(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const at = Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(x - a.x - at * dx, y - a.y - at * dy);
}

function extent(values) {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
}
