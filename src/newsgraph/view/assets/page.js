"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  data.options = JSON.parse(data.options);
  const store = new Store(data.facts);
  const drawing = new Drawing(document.getElementById("canvas"), data, data.facts.shown);
  const looks = {};
  for (const node of data.nodes) looks[node.group] ??= { shape: node.shape, colour: data.options.groups[node.group].color };

  const go = {
    home() {
      drawing.network.unselectAll();
      drawing.choose([]);
      return panel.overview();
    },
    async node(id) {
      if (!drawing.nodes.get(id)) drawing.bring([id, ...(await store.neighbours(id, 30))]);
      legend();
      drawing.network.selectNodes([id], false);
      drawing.choose([id]);
      drawing.focus(id);
      return panel.node(id);
    },
    between(line) {
      drawing.choose([line.from, line.to]);
      return panel.between(line.from, line.to);
    },
  };
  const panel = new Panel(document.getElementById("panel"), store, looks, go);

  drawing.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) {
      drawing.network.selectNodes([nodes[0]], false);
      drawing.choose([nodes[0]]);
      panel.node(nodes[0]);
    } else if (edges.length) go.between(drawing.edges.get(edges[0]));
    else go.home();
  });

  function legend() {
    const counts = store.countKinds();
    const kinds = Object.keys(store.words.kinds).filter((kind) => counts[kind]);
    const buttons = kinds.map((kind) => el("button", { "aria-pressed": String(!drawing.hiddenKinds.has(kind)), "data-kind": kind, title: "点击显示或隐藏 Show or hide", onclick: () => toggle(kind) },
      sign(looks[kind].shape, looks[kind].colour), el("span", null, store.words.kinds[kind]), el("small", null, kind), el("output", null, String(counts[kind]))));
    const total = data.nodes.length;
    const status = el("p", { id: "status" }, `图上 ${drawing.nodes.length} / 共 ${total} 个节点 nodes`);
    document.getElementById("legend").replaceChildren(...buttons, status);
  }

  function toggle(kind) {
    if (!drawing.hiddenKinds.delete(kind)) drawing.hiddenKinds.add(kind);
    drawing.sync();
    legend();
    document.querySelector(`#legend [data-kind="${kind}"]`).focus();
  }

  const input = document.getElementById("search");
  const results = document.getElementById("results");
  let asked = 0;
  async function search() {
    const turn = ++asked;
    const found = await store.search(input.value, 12);
    if (turn !== asked) return;
    const rows = found.map((node) => el("li", null, el("button", { onclick: () => pick(node.id) },
      sign(looks[node.kind].shape, looks[node.kind].colour), el("span", { class: "name" }, node.label.slice(0, 80)), el("small", null, store.words.kinds[node.kind]))));
    results.replaceChildren(...(rows.length ? rows : [el("p", null, "没有找到 Nothing found")]));
    results.hidden = input.value.trim() === "";
  }
  function pick(id) {
    results.hidden = true;
    input.value = "";
    go.node(id);
  }
  input.addEventListener("input", search);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "Enter") {
      const [first] = await store.search(input.value, 1);
      if (first) pick(first.id);
    } else if (event.key === "ArrowDown") results.querySelector("button")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape") {
      input.value = "";
      results.hidden = true;
      go.home();
    }
  });

  document.getElementById("zoom-in").addEventListener("click", () => drawing.zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.35));
  document.getElementById("fit").addEventListener("click", () => drawing.fit(true));
  legend();
  panel.overview();
  window.newsgraph = { drawing, store, panel, go };
})();
