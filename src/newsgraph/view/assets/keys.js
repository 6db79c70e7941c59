"use strict";
// The keyboard: letters act on the selected node, arrows go from node to node, digits choose the view.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN = 80;

class Keys {
  constructor({ state, go, drawing, bar }) {
    Object.assign(this, { state, go, drawing, bar });
  }

  listen() {
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const { key } = event;
    const typing = event.target.matches?.("input:not([type=range]), textarea, select");
    if ((event.ctrlKey || event.metaKey) && key === "z" && !typing) return this.act(event, () => this.state.undo());
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (key === "Escape") return this.go.home();
    if (typing) return undefined;
    if (key === "/") return this.act(event, () => byId("search").focus());
    if (ARROWS[key] && this.onCanvas(event)) return this.act(event, () => this.walk(...ARROWS[key]));
    const deed = this.deeds()[key];
    return deed && this.act(event, deed);
  }

  act(event, deed) {
    event.preventDefault();
    return deed();
  }

  onCanvas({ target }) {
    return this.state.value.view === "graph" && (target === document.body || byId("canvas").contains(target));
  }

  deeds() {
    const { selection, focus } = this.state.value;
    const [id] = selection;
    const views = Object.fromEntries(VIEWS.map((view, i) => [String(i + 1), () => this.go.view(view)]));
    const always = { z: () => this.state.undo(), "+": () => this.drawing.zoom(1.35), "=": () => this.drawing.zoom(1.35), "-": () => this.drawing.zoom(1 / 1.35), 0: () => this.drawing.fit(true), ...views };
    if (selection.length !== 1) return always;
    return { ...always, f: () => this.go.focus((focus + 1) % 3), e: () => this.go.expand(id), h: () => this.go.foldIn(id), p: () => this.go.pin(id) };
  }

  walk(dx, dy) {
    const [id] = this.state.value.selection;
    if (id === undefined || !this.drawing.vertices.has(id)) return this.drawing.pan(dx * PAN, dy * PAN);
    const next = this.drawing.towards(id, dx, dy);
    return next === null ? undefined : this.go.node(next, true);
  }
}
