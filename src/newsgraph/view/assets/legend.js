"use strict";
// The legend: what there is of each kind, event type and role, and a switch for each.
const LEGEND_TABLES = [["kinds", "counts", "legend"], ["eventTypes", "eventTypes", "eventTypes"], ["roles", "roles", "roles"]];

class Legend {
  constructor(element, { store, state, looks, drawing }) {
    Object.assign(this, { element, store, state, looks, drawing });
    this.open = new Set();
    this.said = null;
  }

  async render(value) {
    const said = [value.filter, value.language, document.documentElement.dataset.theme, this.drawing.vertices.size];
    if (this.said && said.every((part, i) => part === this.said[i])) return;
    this.said = said;
    const overview = await this.store.overview();
    const groups = LEGEND_TABLES.map(([table, counts, title]) => this.group(table, overview[counts], title, value.filter[table]));
    const active = document.activeElement;
    const at = this.element.contains(active) ? active.dataset.name : null;
    const limited = isLimited(value.filter);
    this.element.replaceChildren(...groups.filter(Boolean), el("p", { id: "status" }, t("onCanvas", this.drawing.vertices.size, this.store.size)),
      ...(limited ? [el("button", { class: "clear", onclick: () => this.state.set({ filter: NO_FILTER }) }, t("clearFilter"))] : []));
    if (at) this.element.querySelector(`[data-name="${CSS.escape(at)}"]`)?.focus();
  }

  group(table, counts, title, allowed) {
    const names = [...new Set([...knownWords(table), ...Object.keys(counts)])].filter((name) => counts[name]);
    if (names.length === 0) return null;
    const buttons = names.map((name) => this.button(table, name, names, counts[name], allowed));
    if (table === "kinds") return el("div", { role: "group", "aria-label": t(title) }, ...buttons);
    const off = allowed ? names.filter((name) => !allowed.has(name)).length : 0;
    const details = el("details", { open: this.open.has(table) }, el("summary", null, t(title), off > 0 && el("output", null, `${names.length - off} / ${names.length}`)), ...buttons);
    details.addEventListener("toggle", () => this.open[details.open ? "add" : "delete"](table));
    return details;
  }

  button(table, name, names, count, allowed) {
    const on = !allowed || allowed.has(name);
    const label = word(table, name);
    return el("div", { class: "entry" },
      el("button", { "aria-pressed": String(on), "data-name": `${table} ${name}`, title: t("legendHint"), onclick: () => this.toggle(table, name, names) },
        table === "kinds" ? sign(this.looks[name]) : el("i", { class: "tick", "aria-hidden": "true" }), el("span", null, label), el("output", null, count.toLocaleString())),
      el("button", { class: "only", "data-name": `only ${table} ${name}`, "aria-label": t("onlyThis", label), onclick: () => this.limit(table, new Set([name])) }, t("only")));
  }

  toggle(table, name, names) {
    const { filter } = this.state.value;
    const allowed = new Set(filter[table] || names);
    if (!allowed.delete(name)) allowed.add(name);
    this.limit(table, allowed.size === names.length ? null : allowed);
  }

  limit(table, allowed) {
    this.state.set({ filter: Object.freeze({ ...this.state.value.filter, [table]: allowed }) });
  }
}
