"use strict";
// The canvas: a part of the nodes, the lines among them, and as many labels as fit without touching.
const LABEL = 12.5;
const LONGEST = 14;
const HUBS = 6;
const FONT = '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif';

class Drawing {
  constructor(container, data, shown) {
    this.catalogue = new Map(data.nodes.map(({ label, ...node }) => [node.id, node]));
    this.labels = data.nodes.map((node) => ({ full: data.facts.nodes[node.id].label, short: shorten(node.label) }));
    this.lines = data.edges;
    this.working = new Set(shown);
    this.hiddenKinds = new Set();
    this.chosen = null;
    this.near = new Set();
    this.hovered = null;
    this.widths = new Map();
    this.looks = { nodes: new Map(), edges: new Map() };
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, this.options(data.options));
    this.sync();
    this.fit(false);
    this.network.on("afterDrawing", (context) => this.drawLabels(context));
    this.network.on("hoverNode", ({ node }) => this.hover(node));
    this.network.on("blurNode", () => this.hover(null));
  }

  options(given) {
    return {
      ...given,
      layout: { improvedLayout: false },
      nodes: { borderWidth: 1.5, borderWidthSelected: 2.5, color: { border: "#fff" }, chosen: false },
      edges: { color: { color: "#cdc6b9", hover: "#8a3324", highlight: "#8a3324" }, smooth: false, width: 1, selectionWidth: 1, hoverWidth: 0.6, arrowStrikethrough: true },
      interaction: { hover: true, hideEdgesOnDrag: false, hideEdgesOnZoom: false, selectConnectedEdges: false, multiselect: false, tooltipDelay: 1e9, keyboard: false },
    };
  }

  // Brings the canvas to what it should hold: the working set without the kinds that are switched off.
  sync() {
    const wanted = new Set([...this.working].filter((id) => !this.hiddenKinds.has(this.catalogue.get(id).group)));
    this.drop("nodes", wanted);
    this.nodes.add([...wanted].filter((id) => !this.nodes.get(id)).map((id) => this.catalogue.get(id)));
    const lines = this.lines.filter((line) => wanted.has(line.from) && wanted.has(line.to));
    const kept = new Set(lines.map((line) => line.id));
    this.drop("edges", kept);
    this.edges.add(lines.filter((line) => !this.edges.get(line.id)));
    this.shade();
  }

  drop(set, kept) {
    const gone = this[set].getIds().filter((id) => !kept.has(id));
    for (const id of gone) this.looks[set].delete(id);
    this[set].remove(gone);
  }

  bring(ids) {
    for (const id of ids) {
      this.working.add(id);
      this.hiddenKinds.delete(this.catalogue.get(id).group);
    }
    this.sync();
  }

  // Shows what belongs to `ids` and fades the rest; an empty choice shows all.
  choose(ids) {
    this.chosen = ids.length ? new Set(ids) : null;
    this.near = new Set(ids);
    if (ids.length === 1) {
      for (const line of this.lines) {
        if (line.from === ids[0]) this.near.add(line.to);
        if (line.to === ids[0]) this.near.add(line.from);
      }
    }
    this.shade();
  }

  shade() {
    const all = this.chosen === null;
    this.restyle("nodes", (id) => (all || this.near.has(id) ? "plain" : "faded"), {
      plain: { opacity: 1 },
      faded: { opacity: 0.14 },
    });
    this.restyle("edges", (id) => (all ? "plain" : this.isTouched(this.edges.get(id)) ? "touched" : "faded"), {
      plain: { width: 1, color: { color: "#cdc6b9", opacity: 1 } },
      touched: { width: 1.8, color: { color: "#b98a7c", opacity: 1 } },
      faded: { width: 1, color: { color: "#cdc6b9", opacity: 0.25 } },
    });
  }

  // Of a chosen node its lines, of a chosen line itself.
  isTouched({ from, to }) {
    if (this.chosen.size > 1) return this.chosen.has(from) && this.chosen.has(to);
    return this.chosen.has(from) || this.chosen.has(to);
  }

  // Tells vis only of what changes: an update costs more than all else here.
  restyle(set, lookOf, styles) {
    const looks = this.looks[set];
    const changed = this[set].getIds().filter((id) => (looks.get(id) || "plain") !== lookOf(id));
    for (const id of changed) looks.set(id, lookOf(id));
    if (changed.length) this[set].update(changed.map((id) => ({ id, ...styles[looks.get(id)] })));
  }

  hover(id) {
    this.hovered = id;
    this.network.body.container.style.cursor = id === null ? "default" : "pointer";
    this.network.redraw();
  }

  focus(id) {
    const scale = Math.max(this.network.getScale(), 0.9);
    this.network.moveTo({ position: this.network.getPosition(id), scale, animation: { duration: 350 } });
  }

  fit(animated) {
    const boxes = this.nodes.get();
    if (boxes.length === 0) return;
    const [left, right] = extent(boxes.map((node) => node.x));
    const [top, bottom] = extent(boxes.map((node) => node.y));
    const { clientWidth: width, clientHeight: height } = this.network.body.container;
    const margin = width > 760 ? { left: 150, other: 70 } : { left: 50, other: 50 };
    const scale = Math.min(
      (width - margin.left - margin.other) / Math.max(right - left, 1),
      (height - 2 * margin.other) / Math.max(bottom - top, 1), 1.3);
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      offset: { x: (margin.left - margin.other) / 2, y: 0 },
      scale,
      animation: animated ? { duration: 350 } : false,
    });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: { duration: 200 } });
  }

  // The most important first, tried on all sides; one that would touch a label or a node is left out. The
  // first few may lie over nodes: a hub has them all around.
  drawLabels(context) {
    const scale = this.network.getScale();
    const wanted = (id) => this.chosen === null || this.near.has(id) || id === this.hovered;
    const ids = this.nodes.getIds().filter((id) => wanted(id) && this.isSeen(id, scale));
    const rank = (id) => (id === this.hovered ? 1e6 : 0) + (this.chosen?.has(id) ? 1e5 : 0) + this.catalogue.get(id).size;
    ids.sort((a, b) => rank(b) - rank(a) || a - b);
    const discs = ids.filter((id) => this.catalogue.get(id).size * scale > 3.5).map((id) => this.disc(id, scale));
    const taken = [];
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const [i, id] of ids.entries()) {
      const must = id === this.hovered || this.chosen?.has(id);
      const text = must ? this.labels[id].full.slice(0, 60) : this.labels[id].short;
      const places = this.places(id, text, scale, context);
      const clear = places.filter((place) => !taken.some((other) => touch(place, other)));
      const covered = clear.map((place) => discs.filter((disc) => touch(place, disc)).length);
      const best = covered.indexOf(Math.min(...covered));
      const box = covered[best] === 0 || i < HUBS ? clear[best] : null;
      if (!box && !must) continue;
      this.drawLabel(context, text, box || places[0], must, scale);
      taken.push(box || places[0]);
    }
  }

  drawLabel(context, text, { x, y }, bold, scale) {
    context.font = `${bold ? 600 : 400} ${LABEL / scale}px ${FONT}`;
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = "rgba(250, 248, 244, 0.92)";
    context.strokeText(text, x / scale, y / scale);
    context.fillStyle = "#26231f";
    context.fillText(text, x / scale, y / scale);
  }

  isSeen(id, scale) {
    const { x, y } = this.network.getPosition(id);
    const view = this.network.getViewPosition();
    const { clientWidth: width, clientHeight: height } = this.network.body.container;
    return Math.abs(x - view.x) * scale < width / 2 && Math.abs(y - view.y) * scale < height / 2;
  }

  // Boxes are in screen units around the graph's origin.
  disc(id, scale) {
    const { x, y } = this.network.getPosition(id);
    const half = this.catalogue.get(id).size * scale * 0.8;
    return { id, x: x * scale, y: y * scale, w: half, h: half };
  }

  places(id, text, scale, context) {
    if (!this.widths.has(text)) {
      context.font = `400 ${LABEL}px ${FONT}`;
      this.widths.set(text, context.measureText(text).width);
    }
    const { x, y } = this.network.getPosition(id);
    const radius = this.catalogue.get(id).size * scale;
    const w = this.widths.get(text) / 2 + 3;
    const h = LABEL / 2 + 3;
    const at = (dx, dy) => ({ id, x: x * scale + dx, y: y * scale + dy, w, h });
    const [dx, dy] = [radius * 0.7 + w, radius * 0.7 + h * 0.6];
    return [
      at(0, radius + h), at(0, -radius - h), at(radius + w, 0), at(-radius - w, 0),
      at(dx, dy), at(-dx, dy), at(dx, -dy), at(-dx, -dy),
    ];
  }
}

function shorten(label) {
  const letters = Array.from(label.replace(/\s+/g, " "));
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
}

function extent(values) {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
}

function touch(a, b) {
  return a.id !== b.id && Math.abs(a.x - b.x) < a.w + b.w && Math.abs(a.y - b.y) < a.h + b.h;
}
