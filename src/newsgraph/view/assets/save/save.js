"use strict";
// Files of the current selection, made here and handed over as a Blob: nothing is asked of any host. A picture holds what
// is lit on the canvas; tables hold the selection with its focus whole, or, with nothing selected, what the canvas shows.
const SAVE_FORMATS = ["png", "svg", "nodes", "edges", "graphml"];
// Browsers paint no canvas with a longer side.
const LONGEST_SIDE = 16_000;

class Saver {
  constructor(store, state, drawing) {
    Object.assign(this, { store, state, drawing });
  }

  // A button with what can be saved under it, and how much of it.
  menu() {
    const [pictured, tabled] = [el("p", { class: "note" }), el("p", { class: "note" })];
    const [png, svg, ...tables] = SAVE_FORMATS.map((name) => el("button", { "data-save": name, onclick: () => this.save(name) }, t(`save_${name}`)));
    const details = el("details", { class: "save" }, el("summary", null, t("save")), el("div", { class: "save-menu" }, pictured, png, svg, tabled, ...tables));
    details.addEventListener("toggle", async () => {
      if (!details.open) return;
      const [picture, ids] = [await this.lit(), await this.ids()];
      pictured.textContent = t("savePicture", picture.nodes.length.toLocaleString());
      for (const button of [png, svg]) button.disabled = picture.nodes.length === 0;
      for (const button of tables) button.disabled = ids.length === 0;
      tabled.textContent = t(this.state.value.selection.length ? "saveSelection" : "saveCanvas", ids.length.toLocaleString());
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", (event) => { if (!details.contains(event.target)) details.open = false; });
    details.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !details.contains(relatedTarget)) details.open = false; });
    return details;
  }

  async save(name) {
    const { type, ending, content } = await this.file(name);
    const url = URL.createObjectURL(new Blob([content], { type }));
    el("a", { href: url, download: `${fileName(await this.title())}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  async file(name) {
    const csv = "text/csv;charset=utf-8";
    switch (name) {
      case "png": return { type: "image/png", ending: "png", content: await pngOf(await this.scene()) };
      case "svg": return { type: "image/svg+xml", ending: "svg", content: svgText(await this.scene()) };
      case "nodes": return this.tables().then(({ nodes, nodeColumns }) => ({ type: csv, ending: "nodes.csv", content: csvText(nodes, nodeColumns) }));
      case "edges": return this.tables().then(({ edges, edgeColumns }) => ({ type: csv, ending: "edges.csv", content: csvText(edges, edgeColumns) }));
      default: return { type: "application/xml", ending: "graphml", content: graphmlText(await this.tables()) };
    }
  }

  // What of the canvas is not faded. Behind another view the canvas is not kept up, and is brought up first.
  async lit() {
    const { value } = this.state;
    const picture = await compose(this.store, value);
    if (value.view !== "graph") this.drawing.show(picture, value.pinned);
    const { nodes, lines, near, chosen } = picture;
    const within = (id) => near === null || near.has(id);
    return { nodes: nodes.filter(({ id }) => within(id)), lines: lines.filter((line) => within(line.from) && within(line.to)), near, chosen };
  }

  async ids() {
    const { nodes, near } = await this.lit();
    if (near === null || this.state.value.projection) return nodes.map((node) => node.id);
    return [...near];
  }

  async tables() {
    const { filter, projection, path } = this.state.value;
    const { looks, vertices } = this.drawing;
    const place = ({ id, x, y }) => (vertices.has(id) ? [vertices.get(id).x, vertices.get(id).y] : [x, y]);
    return saveTables(this.store, await this.ids(), { filter, projection: projection && !path, looks, place });
  }

  async scene() {
    const { nodes, lines, chosen } = await this.lit();
    const vertices = nodes.map(({ id }) => this.drawing.vertices.get(id)).filter(Boolean);
    const counts = group(vertices, (vertex) => vertex.kind);
    const kinds = knownWords("kinds").filter((kind) => counts.has(kind)).map((kind) => [kind, `${word("kinds", kind)} ${counts.get(kind).length}`]);
    return pictureScene({ nodes: vertices, lines, chosen, title: await this.title(), kinds, drawing: this.drawing });
  }

  async title() {
    const { selection, path } = this.state.value;
    const chosen = await this.store.brief(path || selection);
    return [chosen.map((node) => node.label.slice(0, 100)).join(t("listComma")), document.title].filter(Boolean).join(" · ");
  }
}

// A scene on a canvas at twice its size, or as large as a canvas may be.
function pngOf(scene) {
  const scale = Math.min(2, LONGEST_SIDE / Math.max(scene.width, scene.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scene.width * scale);
  canvas.height = Math.round(scene.height * scale);
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = scene.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  paintScene(context, scene);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// A name that every file system takes.
function fileName(title) {
  const plain = cleanText(title).replace(/[\\/:*?"<>|\s\ufffd\u200b-\u200f\u2028-\u202e\u2066-\u2069.]+/g, " ").trim();
  return Array.from(plain).slice(0, 60).join("").trim() || "newsgraph";
}
