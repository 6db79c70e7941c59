"use strict";
// A field that finds as one types: arrows choose, Enter takes, Escape leaves.
const FOUND = 12;

class Search {
  // `pick(id)` is told what was taken.
  constructor(input, list, { store, looks, pick }) {
    Object.assign(this, { input, list, store, looks, pick });
    this.turn = 0;
    this.found = [];
    this.active = -1;
    list.id ||= `results-${Math.random().toString(36).slice(2)}`;
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) input.setAttribute(name, value);
    input.addEventListener("input", () => this.search());
    input.addEventListener("keydown", (event) => this.press(event));
    // Later, so that a click on a row comes first; not where the reader is back by then, typing the next name.
    input.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== input) this.close(); }, 150));
  }

  async search() {
    const turn = ++this.turn;
    const found = await this.store.search(this.input.value, FOUND);
    if (turn !== this.turn) return;
    this.found = found;
    this.active = -1;
    const rows = found.map((node, i) => this.row(node, i));
    this.list.replaceChildren(...(rows.length ? rows : [el("li", { class: "none" }, t("nothing"))]));
    this.list.hidden = this.input.value.trim() === "";
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  row({ id, kind, label, why }, i) {
    const take = (event) => {
      event.preventDefault();
      this.take(id);
    };
    return el("li", { role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false", onmousedown: take },
      sign(this.looks[kind]), el("span", { class: "name" }, label.slice(0, 80)), why && el("small", { class: "why" }, why.slice(0, 30)), el("small", null, word("kinds", kind)));
  }

  async press(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.point(this.active + (key === "ArrowDown" ? 1 : -1));
    } else if (key === "Enter") {
      event.preventDefault();
      const [first] = this.active < 0 ? await this.store.search(this.input.value, 1) : [this.found[this.active]];
      if (first) this.take(first.id);
    } else if (key === "Escape") {
      if (this.input.value) event.stopPropagation();
      this.input.value = "";
      this.close();
    }
  }

  point(i) {
    if (this.found.length === 0) return;
    this.active = (i + this.found.length) % this.found.length;
    [...this.list.children].forEach((row, k) => row.setAttribute("aria-selected", String(k === this.active)));
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
  }

  take(id) {
    this.turn += 1;
    this.input.value = "";
    this.close();
    this.input.blur();
    this.pick(id);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
