"use strict";
// What the views beside the graph share. A view is built anew when what it shows changes; when only the
// selection does, what is there is marked.
class View {
  constructor(container, store, state, go) {
    Object.assign(this, { container, store, state, go });
    this.own = {};
    this.turn = 0;
    this.last = Promise.resolve();
    this.built = null;
    this.head = el("header", { class: "view-head" });
    this.body = el("div", { class: "view-body" });
    container.classList.add("view");
    container.replaceChildren(this.head, this.body);
    this.body.addEventListener("keydown", (event) => this.walk(event));
  }

  // One build after the other: what was asked for later is never overtaken, and what was overtaken is left out.
  render(value) {
    const turn = ++this.turn;
    this.last = this.last.catch(() => {}).then(() => (turn === this.turn ? this.show(value) : null));
    return this.last;
  }

  async show(value) {
    if (this.key(value) !== this.built) {
      const { controls, content } = await this.build(value, await this.scope(value));
      this.built = this.key(value);
      this.put(controls, content);
    }
    this.mark(value.selection);
  }

  // All that what is built depends on, as text.
  key(value) {
    const { language, filter, focus, selection } = value;
    return JSON.stringify([language, filter, focus, focus > 0 && selection, this.own, this.needs(value)], (_, item) => (item instanceof Set ? [...item] : item));
  }

  // What else of the state a view shows, beside filter, focus and language.
  needs() {
    return null;
  }

  // Changes what belongs to this view alone: its order, its page.
  change(patch) {
    Object.assign(this.own, patch);
    return this.render(this.state.value);
  }

  // A focus narrows every view to what is selected and, at two hops, its neighbours; null is no limit.
  async scope({ selection, focus, filter }) {
    if (focus === 0 || selection.length === 0) return null;
    return focus === 1 ? selection : [...(await this.store.within(selection, focus - 1, filter))];
  }

  // Replaces the content and leaves the reader where he was: focus and scrolling stay.
  put(controls, content) {
    const active = document.activeElement;
    const at = this.container.contains(active) ? active.closest("[data-at]")?.dataset.at : null;
    const { scrollTop, scrollLeft } = this.body;
    putChildren(this.head, controls.filter(Boolean));
    this.body.replaceChildren(...content.filter(Boolean));
    this.body.scrollTo(scrollLeft, scrollTop);
    if (at) this.at(at)?.focus({ preventScroll: true });
  }

  at(place) {
    return this.container.querySelector(`[data-at="${CSS.escape(place)}"]`);
  }

  mark(selection) {
    const chosen = new Set(selection.map(String));
    const marked = [];
    for (const element of this.body.querySelectorAll("[data-node]")) {
      if (chosen.has(element.dataset.node)) {
        element.setAttribute("aria-current", "true");
        marked.push(element);
      } else element.removeAttribute("aria-current");
    }
    const key = selection.join(" ");
    if (key !== this.marked && marked.length && !marked.some((element) => element.contains(document.activeElement))) {
      // A row is as wide as its table: its first cell, which stays at the side, is what has to be seen.
      (marked[0].cells?.[0] || marked[0]).scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    this.marked = key;
  }

  // Arrow keys go from row to row; Home and End to the first and the last.
  walk(event) {
    const rows = [...this.body.querySelectorAll("[data-row]")];
    const now = rows.indexOf(event.target.closest("[data-row]"));
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (now < 0 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(next, rows.length - 1))].focus();
  }

  // A button that selects a node.
  link({ id, label }, attrs) {
    return el("button", { class: "link", "data-node": id, onclick: () => this.go.node(id), ...attrs }, label.slice(0, 200));
  }

  select(name, key, options) {
    const choose = (event) => this.change({ [name]: event.target.value });
    return el("label", { class: "choice" }, el("span", null, t(key)),
      el("select", { onchange: choose, "data-at": name }, ...options.map(([value, word]) => el("option", { value, selected: value === this.own[name] }, t(word)))));
  }

  more(name, shown, total, step) {
    if (shown >= total) return null;
    return el("button", { class: "more", "data-at": name, onclick: () => this.change({ [name]: this.own[name] + step }) },
      `${t("showMore")} (${shown.toLocaleString()} / ${total.toLocaleString()})`);
  }

  async briefs(ids) {
    const unique = [...new Set(ids)];
    return new Map((await this.store.brief(unique)).map((node) => [node.id, node]));
  }
}

function viewTitle(name, count) {
  return el("h2", { class: "view-title" }, t(`view_${name}`), el("output", null, typeof count === "number" ? count.toLocaleString() : count));
}

function group(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

// Replaces what differs: a field that stays keeps its focus, and Chinese being typed into it is not broken off.
function putChildren(element, children) {
  children.forEach((child, i) => {
    const old = element.children[i];
    if (!old) element.append(child);
    else if (old !== child) old.replaceWith(child);
  });
  while (element.children.length > children.length) element.lastChild.remove();
}

// A style set by script is no inline style to the Content-Security-Policy.
function styled(element, properties) {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  return element;
}
