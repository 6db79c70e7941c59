"use strict";
// People against events: a cell holds the roles somebody had there and the place in the printed order.
const MATRIX_STEP = 20;

class AttendanceView extends View {
  constructor(...parts) {
    super(...parts);
    this.own = { people: MATRIX_STEP, events: MATRIX_STEP, peopleBy: "count", eventsBy: "time" };
    this.cell = [0, 0];
  }

  // Who is selected and at an event, but not in the matrix.
  needs({ selection }) {
    return selection.filter((id) => !this.shown?.has(id) && this.known?.has(id));
  }

  async build(value, ids) {
    const all = await this.store.events(value.filter, ids);
    const nodes = await this.briefs(all.flatMap((event) => event.participants.map((one) => one.id)));
    const attending = (event) => group(event.participants.filter((one) => nodes.get(one.id).kind === "Person"), (one) => one.id);
    const events = all.map((event) => ({ ...event, people: attending(event) })).filter((event) => event.people.size);
    if (events.length === 0) return { controls: [viewTitle("attendance", 0)], content: [el("p", { class: "empty" }, t("noEvents"))] };
    const attended = countAttended(events);
    const people = this.choosePeople(attended, nodes, value.selection);
    const columns = this.chooseEvents(events, people, value.selection);
    this.known = new Set([...attended.keys(), ...events.map((event) => event.id)]);
    this.shown = new Set([...people, ...columns.map((event) => event.id)]);
    return {
      controls: [
        viewTitle("attendance", `${people.length} × ${columns.length}`),
        this.select("peopleBy", "peopleBy", [["count", "byCount"], ["time", "byFirst"], ["name", "byName"]]),
        this.select("eventsBy", "eventsBy", [["time", "byTime"], ["count", "byCount"]]),
        el("span", { class: "note" }, t("printedOrder")),
        this.more("people", people.length, attended.size, MATRIX_STEP, "people"),
        this.more("events", columns.length, events.length, MATRIX_STEP, "events"),
      ],
      content: [this.matrix(people.map((id) => nodes.get(id)), columns, attended)],
    };
  }

  more(name, shown, total, step, key) {
    const button = super.more(name, shown, total, step);
    button?.prepend(`${t(key)} · `);
    return button;
  }

  // Those at most events, and whoever is selected.
  choosePeople(attended, nodes, selection) {
    const orders = {
      count: (a, b) => attended.get(b).count - attended.get(a).count || attended.get(a).first - attended.get(b).first,
      time: (a, b) => attended.get(a).first - attended.get(b).first,
      name: (a, b) => nodes.get(a).label.localeCompare(nodes.get(b).label, "zh"),
    };
    const top = [...attended.keys()].sort(orders.count).slice(0, this.own.people);
    return [...new Set([...top, ...selection.filter((id) => attended.has(id))])].sort(orders[this.own.peopleBy]);
  }

  // Events where most of these people were, and those selected.
  chooseEvents(events, people, selection) {
    const wanted = new Set(people);
    const counts = new Map(events.map((event) => [event, [...event.people.keys()].filter((id) => wanted.has(id)).length]));
    const top = [...events].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, this.own.events);
    const chosen = new Set([...top, ...events.filter((event) => selection.includes(event.id))]);
    const inTime = events.filter((event) => chosen.has(event));
    return this.own.eventsBy === "time" ? inTime : inTime.sort((a, b) => counts.get(b) - counts.get(a));
  }

  matrix(people, events, attended) {
    const head = el("tr", null, el("td", { class: "corner" }), ...events.map((event) =>
      el("th", { scope: "col", "data-node": event.id, "data-go": event.id, title: `${event.start || t("unknownDay")} ${event.label.slice(0, 200)}` },
        el("div", null, el("small", null, event.start || t("unknownDay")), el("span", null, event.label.slice(0, 60))))));
    const rows = people.map((person) => el("tr", { "data-node": person.id },
      el("th", { scope: "row", "data-go": person.id },
        el("div", null, el("span", null, person.label.slice(0, 40)), el("output", null, String(attended.get(person.id).count)))),
      ...events.map((event) => this.attendance(person, event))));
    const table = el("table", { class: "matrix", role: "grid", "aria-label": t("view_attendance") }, el("thead", null, head), el("tbody", null, ...rows));
    table.addEventListener("click", (event) => this.follow(event.target.closest("th, td")));
    table.addEventListener("keydown", (event) => this.move(event, table));
    for (const cell of table.querySelectorAll("th, td")) cell.tabIndex = -1;
    this.cellAt(table, ...this.cell).tabIndex = 0;
    return table;
  }

  attendance(person, event) {
    const parts = event.people.get(person.id);
    if (!parts) return el("td");
    const words = parts.map(({ role, order }) => (order === null ? word("roles", role) : `${word("roles", role)} ${order}`));
    return el("td", { "data-role": parts[0].role, "data-go": `${person.id} ${event.id}`, title: `${person.label.slice(0, 40)} · ${words.join(", ")}` },
      ...parts.map(({ role, order }) => el("span", null, word("roles", role), order !== null && el("sup", null, String(order)))));
  }

  follow(cell) {
    if (!cell?.dataset.go) return;
    this.keep(cell);
    const [a, b] = cell.dataset.go.split(" ").map(Number);
    if (b === undefined) this.go.node(a);
    else this.go.link(a, b);
  }

  // One cell is in the order of tabs; arrows go on from it.
  move(event, table) {
    const cell = event.target.closest("th, td");
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return this.follow(cell);
    }
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step) return null;
    event.preventDefault();
    event.stopPropagation();
    const next = this.cellAt(table, cell.parentNode.rowIndex + step[0], cell.cellIndex + step[1]);
    this.keep(next);
    return next.focus();
  }

  keep(cell) {
    for (const other of this.body.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    this.cell = [cell.parentNode.rowIndex, cell.cellIndex];
  }

  cellAt(table, row, column) {
    const cells = table.rows[Math.max(0, Math.min(row, table.rows.length - 1))].cells;
    return cells[Math.max(0, Math.min(column, cells.length - 1))];
  }
}

// How many events each person was at, and the first one's place in time.
function countAttended(events) {
  const attended = new Map();
  events.forEach((event, i) => {
    for (const id of event.people.keys()) {
      const one = attended.get(id);
      if (one) one.count += 1;
      else attended.set(id, { count: 1, first: i });
    }
  });
  return attended;
}
