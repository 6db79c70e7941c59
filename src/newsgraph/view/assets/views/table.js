"use strict";
// Every node of a kind as a row: sorted by any column, filtered as one types, a page at a time.
const TABLE_PAGE = 50;
const LIST_MOST = 6;
const SHORT = new Set(["first_seen", "last_seen", "start", "end", "type", "status"]);

class TableView extends View {
  constructor(...parts) {
    super(...parts);
    this.own = { kind: null, sort: "degree", descending: true, query: "", offset: 0 };
    this.query = el("input", { type: "search", class: "query", "data-at": "query", oninput: () => this.change({ query: this.query.value, offset: 0 }) });
  }

  async build(value) {
    const { counts } = await this.store.overview();
    const kinds = knownWords("kinds").filter((kind) => counts[kind]);
    if (kinds.length === 0) return { controls: [viewTitle("table", 0)], content: [el("p", { class: "empty" }, t("none"))] };
    this.own.kind ??= kinds[0];
    this.query.placeholder = t("filterRows");
    this.query.setAttribute("aria-label", t("filterRows"));
    const { kind, sort, descending, query, offset } = this.own;
    const { columns, rows, total } = await this.store.rows(kind, { sort, descending, query, filter: value.filter, offset, limit: TABLE_PAGE });
    if (offset > 0 && offset >= total) {
      this.own.offset = 0;
      return this.build(value);
    }
    return {
      controls: [
        viewTitle("table", total),
        el("div", { class: "tabs", role: "group", "aria-label": t("kindOf") }, ...kinds.map((one) => this.tab(one, counts[one]))),
        this.query,
        this.pages(total),
      ],
      content: [total === 0 ? el("p", { class: "empty" }, t("none")) : this.table(columns, rows)],
    };
  }

  tab(kind, count) {
    return el("button", { class: "tab", "aria-pressed": String(kind === this.own.kind), "data-at": `kind ${kind}`,
      onclick: () => this.change({ kind, sort: "degree", descending: true, offset: 0 }) }, word("kinds", kind), el("output", null, count.toLocaleString()));
  }

  pages(total) {
    const { offset } = this.own;
    const button = (to, text, key) => el("button", { "aria-label": t(key), title: t(key), disabled: to < 0 || to >= total, "data-at": key,
      onclick: () => this.change({ offset: to }) }, text);
    const [first, last, all] = [offset + 1, Math.min(offset + TABLE_PAGE, total), total].map((number) => number.toLocaleString());
    return el("div", { class: "pages" }, button(offset - TABLE_PAGE, "‹", "previousPage"),
      el("output", null, total ? `${first}–${last} / ${all}` : "0"), button(offset + TABLE_PAGE, "›", "nextPage"));
  }

  table(columns, rows) {
    return el("table", { class: "rows" }, el("thead", null, el("tr", null, ...columns.map((name) => this.heading(name, rows.some((row) => typeof row[name] === "number"))))),
      el("tbody", null, ...rows.map((row) => el("tr", { "data-node": row.id }, ...columns.map((name) => this.cell(row, name))))));
  }

  heading(name, number) {
    const sorted = this.own.sort === name;
    const turn = () => this.change({ sort: name, descending: sorted ? !this.own.descending : false, offset: 0 });
    return el("th", { scope: "col", class: number ? "number" : null, "aria-sort": sorted ? (this.own.descending ? "descending" : "ascending") : "none" },
      el("button", { onclick: turn, "data-at": `sort ${name}` }, columnWord(name), el("i", { "aria-hidden": "true" }, sorted ? (this.own.descending ? "↓" : "↑") : "")));
  }

  cell(row, name) {
    const value = row[name];
    if (name === "label") return el("th", { scope: "row" }, this.link(row, { "data-node": null, "data-row": true, "data-at": `row ${row.id}` }));
    return el("td", { class: typeof value === "number" ? "number" : SHORT.has(name) ? "short" : null }, cellText(name, value));
  }
}

function cellText(name, value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.slice(0, LIST_MOST).join("、") + (value.length > LIST_MOST ? ` … (${value.length})` : "");
  if (name === "type") return word("eventTypes", value);
  if (name === "status") return word("statuses", value);
  if (typeof value === "number") return value.toLocaleString();
  return String(value).slice(0, 200);
}
