"use strict";
// The one truth of what is shown; everything else renders from it. A value is frozen and replaced whole.
const VIEWS = ["graph", "timeline", "offices", "attendance", "table", "compare"];
const THEMES = ["auto", "light", "dark"];
const LANGUAGES = ["zh", "en"];
const TASTE = new Set(["theme", "language"]);
const UNDO_DEPTH = 200;
const MOST_WORKING = 1500;

class State {
  // `names` gives and takes the stable ids of nodes (keyOf, idOf) and knows `words` and `shown`, the opening working set.
  constructor(names) {
    this.names = names;
    this.listeners = [];
    this.past = [];
    this.opening = Object.freeze({
      view: "graph",
      selection: [],
      focus: 0,
      working: [...names.shown],
      hidden: [],
      pinned: {},
      filter: NO_FILTER,
      path: null,
      projection: false,
      compare: null,
      theme: "auto",
      language: "zh",
    });
    this.value = this.opening;
  }

  // Changes what `patch` names. Changes of one `gesture` (a name, such as "slide") that follow each other are undone together;
  // theme and language are taste, which undo leaves alone.
  set(patch, gesture = null) {
    const previous = this.value;
    this.value = Object.freeze({ ...previous, ...patch });
    if (Object.keys(patch).some((name) => !TASTE.has(name))) {
      const last = this.past[this.past.length - 1];
      if (!gesture || !last || last.gesture !== gesture) this.past.push({ value: previous, gesture });
      if (this.past.length > UNDO_DEPTH) this.past.shift();
    }
    this.tell(previous);
  }

  undo() {
    const last = this.past.pop();
    if (!last) return;
    const previous = this.value;
    this.value = Object.freeze({ ...last.value, theme: previous.theme, language: previous.language });
    this.tell(previous);
  }

  on(listener) {
    this.listeners.push(listener);
  }

  tell(previous) {
    for (const listener of this.listeners) listener(this.value, previous);
  }

  // What differs from the opening, as name=value pairs; nodes by their stable ids.
  toHash() {
    const { value, opening } = this;
    const parts = [];
    const add = (name, text) => { if (text) parts.push(`${name}=${text}`); };
    const nodes = (ids) => ids.map((id) => escapePart(this.names.keyOf(id))).filter(Boolean).join(",");
    const names = (set) => set && ([...set].map(escapePart).filter(Boolean).join(",") || "-");
    const working = new Set(value.working);
    const opened = new Set(opening.working);
    for (const name of ["view", "theme", "language"]) if (value[name] !== opening[name]) add(name, value[name]);
    add("select", nodes(value.selection));
    if (value.focus) add("focus", String(value.focus));
    add("add", nodes(value.working.filter((id) => !opened.has(id))));
    add("drop", nodes(opening.working.filter((id) => !working.has(id))));
    add("hide", nodes(value.hidden));
    add("pin", Object.entries(value.pinned).map(([id, [x, y]]) => [escapePart(this.names.keyOf(+id)), Math.round(x), Math.round(y)]).filter(([key]) => key).map((pin) => pin.join(":")).join(","));
    for (const name of ["kinds", "eventTypes", "roles"]) add(name, names(value.filter[name]));
    add("since", value.filter.since);
    add("until", value.filter.until);
    if (value.path && value.path[1] !== null) add("path", nodes(value.path));
    if (value.projection) add("projection", "1");
    if (value.compare) add("compare", value.compare.map((period) => period.join("..")).join(","));
    return parts.length ? `#${parts.join("&")}` : "";
  }

  // Takes what `text` says and this graph knows, ignores all else, and forgets what could be undone.
  fromHash(text) {
    const said = new Map();
    for (const part of text.replace(/^#/, "").slice(0, 200_000).split("&")) {
      const at = part.indexOf("=");
      if (at > 0) said.set(part.slice(0, at), part.slice(at + 1));
    }
    const previous = this.value;
    this.value = Object.freeze({ ...this.opening, ...this.read(said) });
    this.past = [];
    this.tell(previous);
  }

  read(said) {
    const list = (name) => (said.has(name) ? said.get(name).split(",").map(unescapePart) : []);
    const nodes = (name) => [...new Set(list(name).map((key) => this.names.idOf(key)).filter((id) => id !== undefined))];
    const choice = (name, allowed) => (allowed.includes(said.get(name)) ? said.get(name) : this.opening[name]);
    const selection = nodes("select").slice(0, 2);
    const path = nodes("path");
    const dropped = new Set(nodes("drop"));
    const working = [...new Set([...this.opening.working.filter((id) => !dropped.has(id)), ...nodes("add"), ...selection, ...path])];
    const filter = {
      kinds: this.readNames(said.get("kinds"), "kinds"),
      eventTypes: this.readNames(said.get("eventTypes"), "eventTypes"),
      roles: this.readNames(said.get("roles"), "roles"),
      since: isDay(said.get("since")) ? said.get("since") : null,
      until: isDay(said.get("until")) ? said.get("until") : null,
    };
    return {
      view: choice("view", VIEWS),
      theme: choice("theme", THEMES),
      language: choice("language", LANGUAGES),
      selection,
      focus: ["1", "2"].includes(said.get("focus")) && selection.length ? Number(said.get("focus")) : 0,
      working: working.slice(0, MOST_WORKING),
      hidden: nodes("hide").filter((id) => !selection.includes(id)),
      pinned: this.readPins(said.get("pin") || ""),
      filter: Object.freeze(filter),
      path: path.length === 2 ? path : null,
      projection: said.get("projection") === "1",
      compare: readPeriods(said.get("compare") || ""),
    };
  }

  // A set of names that the data has words for, null where the hash says nothing of the kind; "-" is none of them.
  readNames(text, table) {
    if (text === undefined) return null;
    const known = text.split(",").map(unescapePart).filter((name) => Object.hasOwn(this.names.words[table], name));
    return known.length || text === "-" ? new Set(known) : null;
  }

  readPins(text) {
    const pinned = {};
    for (const pin of text.split(",")) {
      const [key, x, y] = pin.split(":");
      const id = this.names.idOf(unescapePart(key));
      if (id !== undefined && [x, y].every((part) => /^-?\d{1,6}$/.test(part ?? ""))) pinned[id] = [Number(x), Number(y)];
    }
    return pinned;
  }
}

function readPeriods(text) {
  const periods = text.split(",").map((period) => period.split(".."));
  const whole = periods.length === 2 && periods.every((period) => period.length === 2 && period.every(isDay) && period[0] <= period[1]);
  return whole ? periods : null;
}

// An id may hold anything; one with half a surrogate pair cannot stand in an address and is left out.
function escapePart(text) {
  try {
    return encodeURIComponent(text).replace(/[!'()*~]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  } catch {
    return "";
  }
}

function unescapePart(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
