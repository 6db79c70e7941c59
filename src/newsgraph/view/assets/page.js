"use strict";
// Wires all: what is done changes the state, and what is seen follows it.
const NEIGHBOURS = 30;
const FOCUS_MOST = 150;
const WRITE_AFTER = 250;
const SIDE_VIEWS = { timeline: TimelineView, offices: OfficesView, attendance: AttendanceView, table: TableView, compare: CompareView };

class Page {
  constructor(data) {
    const { options } = data;
    this.looks = options.groups;
    this.store = new Store(data.facts);
    this.state = new State(this.store);
    this.go = new Moves(this.store, this.state, (id) => this.drawing.spotOf(id));
    const { store, state, looks, go } = this;
    const on = {
      node: (id) => go.node(id),
      line: ({ from, to }) => go.link(from, to),
      ground: () => go.home(),
      pin: (id, spot) => state.set({ pinned: { ...state.value.pinned, [id]: spot } }),
    };
    this.colours = Object.entries(looks).map(([kind, { colour }]) => [kind, colour]);
    this.drawing = new Drawing(byId("canvas"), options, { looks, opening: store.shown, cards: () => [...document.querySelectorAll(".card, #bar > *, #tools")], on });
    const { drawing } = this;
    this.panel = new Panel(byId("panel"), { store, state, looks, go });
    this.legend = new Legend(byId("legend"), { store, state, looks, drawing });
    this.slider = new Slider(byId("slider"), { store, state });
    this.search = new Search(byId("search"), byId("results"), { store, looks, pick: (id) => go.node(id, true) });
    this.saver = new Saver(store, state, drawing);
    this.bar = new Bar(byId("bar"), { state, go, saver: this.saver });
    this.views = new Map();
    this.turn = 0;
    this.done = null;
    state.on((value, previous) => { this.done = this.render(value, previous); });
    new Keys(this).listen();
    this.wireTools();
    this.followAddress();
    new ResizeObserver(([bar]) => document.documentElement.style.setProperty("--bar-height", `${bar.contentRect.height}px`)).observe(byId("bar"));
  }

  // Buttons that move the camera, and on a phone those that open and fold what there is no room for.
  wireTools() {
    const { drawing } = this;
    const deeds = {
      "zoom-in": () => drawing.zoom(1.35),
      "zoom-out": () => drawing.zoom(1 / 1.35),
      fit: () => drawing.fit(true),
      "show-legend": () => document.body.classList.toggle("legend-open"),
      "show-slider": () => document.body.classList.toggle("slider-open"),
      "fold-panel": () => document.body.classList.toggle("folded"),
    };
    for (const [id, deed] of Object.entries(deeds)) byId(id).addEventListener("click", deed);
  }

  // Everything that is seen, from the state; what was asked for later is not overtaken.
  async render(value, previous) {
    const turn = ++this.turn;
    this.dress(value, previous);
    this.bar.render(value);
    if (value.view === "graph") {
      const picture = await compose(this.store, value);
      if (turn !== this.turn) return;
      this.drawing.show(picture, value.pinned);
      if (this.go.target !== null) this.drawing.approach(this.go.target);
      this.go.target = null;
    }
    this.writeAddress();
    await Promise.all([this.legend.render(value), this.slider.render(value), this.panel.render(value), this.renderView(value)]);
  }

  dress(value, previous) {
    const dark = value.theme === "dark" || (value.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    const root = document.documentElement;
    const theme = dark ? "dark" : "light";
    if (root.dataset.theme !== theme || !previous) {
      root.dataset.theme = theme;
      for (const [kind, colour] of this.colours) this.looks[kind].colour = dark ? lighten(colour) : colour;
      this.drawing.recolour();
    }
    if (previous && value.language === previous.language) return;
    speak(value.language, this.store.words);
    root.lang = value.language === "en" ? "en" : "zh-CN";
    for (const element of document.querySelectorAll("[data-say]")) element.setAttribute(element.dataset.attr || "title", t(element.dataset.say));
    for (const element of document.querySelectorAll("[data-say][title]")) element.setAttribute("aria-label", element.title);
    this.drawing.network.redraw();
  }

  async renderView(value) {
    const beside = byId("beside");
    document.body.dataset.view = value.view;
    beside.hidden = value.view === "graph";
    if (value.view === "graph") return;
    if (!this.views.has(value.view)) {
      const container = el("section", { "aria-label": t(`view_${value.view}`) });
      beside.append(container);
      this.views.set(value.view, { container, view: new SIDE_VIEWS[value.view](container, this.store, this.state, this.go) });
    }
    for (const [name, { container }] of this.views) container.hidden = name !== value.view;
    await this.views.get(value.view).view.render(value);
  }

  // A frame in a notebook has no address of its own, and may not change it.
  writeAddress() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => {
      const hash = this.state.toHash();
      if (hash === location.hash || location.protocol === "about:") return;
      this.written = hash;
      try {
        history.replaceState(null, "", hash || location.href.split("#")[0]);
      } catch {
        this.written = null;
      }
    }, WRITE_AFTER);
  }

  followAddress() {
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.written) this.state.fromHash(location.hash);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.state.tell(this.state.value));
  }

  async open() {
    this.dress(this.state.value, null);
    this.state.fromHash(location.hash);
    await this.done;
    this.drawing.fit(false);
    const [chosen] = this.state.value.selection;
    if (chosen !== undefined && this.drawing.vertices.has(chosen)) this.drawing.approach(chosen);
    setTimeout(() => this.store.finder.prepare(), 50);
    return true;
  }
}

// A third of the way to white: colours made for paper, on a dark ground.
function lighten(colour) {
  return `#${[1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.7 + 76).toString(16).padStart(2, "0")).join("")}`;
}

function byId(id) {
  return document.getElementById(id);
}

{
  const data = JSON.parse(byId("data").textContent);
  data.options = JSON.parse(data.options);
  window.newsgraph = new Page(data);
  window.newsgraph.ready = window.newsgraph.open();
}
