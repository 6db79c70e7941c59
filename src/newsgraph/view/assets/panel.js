"use strict";
// The side panel: the whole page, one node, what is between two, or a path.
const FIRST_EVENTS = 40;
const FEW_SOURCES = 5;

class Panel {
  constructor(element, { store, state, looks, go, drawing }) {
    Object.assign(this, { element, state, drawing, desk: { store, looks, go, names: new Map() } });
    this.turn = 0;
    this.subject = null;
  }

  // Shows what the state is about; the same subject again only renews its buttons.
  async render(value) {
    const subject = JSON.stringify([value.selection, value.path, value.language, document.documentElement.dataset.theme, value.path && this.filterKey(value.filter)]);
    if (subject === this.subject) return this.renewActions(value);
    const turn = ++this.turn;
    const desk = { ...this.desk };
    const children = await this.make(desk, value);
    if (turn !== this.turn) return undefined;
    this.subject = subject;
    this.element.replaceChildren(...children.filter(Boolean));
    this.element.scrollTop = 0;
    this.askForEnd(value);
    return this.renewActions(this.state.value);
  }

  // Where a path lacks its other end, the reader who asked for it goes on typing there.
  askForEnd({ path }) {
    if (path?.[1] === null && document.activeElement === document.body) this.element.querySelector("[data-end=pathEnd]").focus();
  }

  filterKey(filter) {
    return Object.values(filter).map((limit) => (limit instanceof Set ? [...limit] : limit));
  }

  async make(desk, value) {
    const [first, second] = value.selection;
    if (value.path) return [this.crumb(t("path")), ...(await pathPanel(desk, value.path, value.filter))];
    if (second !== undefined) return [this.crumb(""), ...(await linkPanel(desk, value.selection))];
    if (first === undefined) return this.overview(desk);
    const [{ kind, type }] = await desk.store.brief([first]);
    const what = [word("kinds", kind), type && word("eventTypes", type)].filter(Boolean).join(" · ");
    return [this.crumb(nodeSign(desk, kind), what), ...(await nodePanel(desk, first))];
  }

  crumb(...children) {
    return el("div", { class: "crumb" }, ...children, el("button", { class: "close", onclick: () => this.desk.go.home() }, `${t("back")} ✕`));
  }

  async overview(desk) {
    const { store } = desk;
    const { sources, counts } = await store.overview();
    const events = await store.rows("Event", { sort: "start", descending: false, limit: FIRST_EVENTS });
    const people = await store.rows("Person", { sort: "degree", limit: 10 });
    desk.names = await gatherNames(store, [...events.rows, ...people.rows].map((row) => row.id));
    const kinds = knownWords("kinds").filter((kind) => counts[kind]);
    return [
      el("div", { class: "crumb" }, t("sources", sources.length)),
      ...unfolding(listSources(sources), (parts) => el("p", { class: "aliases" }, parts.filter(Boolean).map((text) => text.slice(0, 80)).join(" · ")), FEW_SOURCES),
      tiles(kinds.map((kind) => [counts[kind], word("kinds", kind)])),
      el("p", { class: "note" }, t("hint")),
      ...section(t("mostConnected"), people.rows, (row) => nodeLine(desk, row.id, el("span", { class: "note" }, t("ties", row.degree)))),
      events.total > 0 && heading(t("events"), events.total),
      ...events.rows.map((row) => eventRow(desk, row)),
      events.total > FIRST_EVENTS && el("button", { class: "more", onclick: () => desk.go.view("timeline") }, `${t("more", events.total - FIRST_EVENTS)} →`),
      heading(t("keys"), null),
      el("p", { class: "keys" }, ...t("keysList").split("|").map((key) => el("span", null, el("kbd", null, key.slice(0, key.lastIndexOf(" "))), key.slice(key.lastIndexOf(" "))))),
    ];
  }

  // The buttons of a node, or of two.
  renewActions(value) {
    const bar = this.element.querySelector(".actions");
    if (!bar) return;
    const { go } = this.desk;
    const [id, other] = value.selection;
    const button = (key, act, pressed = null) => el("button", { onclick: act, "aria-pressed": pressed === null ? null : String(pressed), "data-act": key }, t(key));
    const single = () => [
      button("focus1", () => go.focus(value.focus === 1 ? 0 : 1), value.focus === 1),
      button("focus2", () => go.focus(value.focus === 2 ? 0 : 2), value.focus === 2),
      button("expand", () => go.expand(id)),
      button("foldIn", () => go.foldIn(id)),
      button("hide", () => go.hide(id)),
      button(value.pinned[id] ? "unpin" : "pin", () => go.pin(id)),
      button("pathFrom", () => go.path(id, null)),
    ];
    bar.replaceChildren(...(other === undefined ? single() : [button("path", () => go.path(id, other))]));
  }
}

// A few sources one by one, many by paper with the days between the first and the last.
function listSources(sources) {
  if (sources.length <= FEW_SOURCES) return sources.map(({ paper, date, place, name }) => [paper, date, place, name]);
  const papers = new Map();
  for (const { paper, date } of sources) {
    const name = paper || t("unknownPaper");
    if (!papers.has(name)) papers.set(name, []);
    papers.get(name).push(date || "");
  }
  return [...papers].map(([name, dates]) => {
    const days = dates.filter(Boolean).sort();
    return [name, t("issues", dates.length), [...new Set([days[0], days[days.length - 1]])].filter(Boolean).join(" — ")];
  });
}

function eventRow(desk, { id, start, type, status }) {
  const planned = status === "planned" && el("span", { class: "tag" }, word("statuses", status));
  return el("div", { class: "row" }, el("div", { class: "note" }, `${start || t("unknownDay")} · ${word("eventTypes", type)} `, planned), nodeLine(desk, id));
}
