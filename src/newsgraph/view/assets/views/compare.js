"use strict";
// Two periods side by side: who and what appears in one only, whose events became more or fewer, and
// which posts changed their holder.
const COMPARE_STEP = 30;

class CompareView extends View {
  constructor(...parts) {
    super(...parts);
    this.own = { kind: "Person", first: COMPARE_STEP, both: COMPARE_STEP, second: COMPARE_STEP, posts: COMPARE_STEP };
    const field = (side, end) => el("input", { type: "date", min: "1000-01-01", max: "9999-12-31", onchange: () => this.choose(side, end) });
    this.days = [0, 1].map((side) => [field(side, 0), field(side, 1)]);
    this.sides = this.days.map(([since, until], side) => el("span", { class: `period side-${side}` }, el("b", null, side ? "B" : "A"), since, "–", until));
  }

  needs({ compare }) {
    return compare;
  }

  async build(value, ids) {
    const periods = value.compare || halves((await this.store.overview()).days, await this.store.events());
    this.periods = periods;
    const title = viewTitle("compare", "");
    if (!periods) return { controls: [title], content: [el("p", { class: "empty" }, t("noDays"))] };
    const sides = await Promise.all(periods.map((days) => this.side(value.filter, days, ids)));
    const nodes = await this.briefs(sides.flatMap(({ ids: some, holders }) => [...some, ...holders.keys(), ...[...holders.values()].flatMap((people) => [...people])]));
    const present = new Set(sides.flatMap((side) => [...side.ids]).map((id) => nodes.get(id).kind));
    const kinds = knownWords("kinds").filter((kind) => kind !== "Office" && present.has(kind));
    if (kinds.length && !kinds.includes(this.own.kind)) this.own.kind = kinds[0];
    return {
      controls: [
        title, this.period(periods[0], 0), this.period(periods[1], 1),
        el("div", { class: "tabs", role: "group", "aria-label": t("kindOf") }, ...kinds.map((kind) => this.tab(kind))),
      ],
      content: [...this.columns(sides, nodes), ...this.changes(sides, nodes)],
    };
  }

  // What passes the filter in a period, the events of each, and the holders of each office.
  async side(filter, [since, until], ids) {
    const within = { ...filter, since, until };
    const [found, events, tenures] = await Promise.all([this.store.matching(within), this.store.events(within, ids), this.store.tenures(within, ids)]);
    const counts = new Map();
    for (const event of events) {
      const met = new Set(event.participants.map((one) => one.id));
      for (const id of [event.place, ...event.projects]) if (id !== null) met.add(id);
      for (const id of met) counts.set(id, (counts.get(id) || 0) + 1);
    }
    const own = new Set([...counts.keys(), ...events.map((event) => event.id), ...tenures.flatMap((one) => [one.person, one.organization])]);
    const limited = ids === null ? found : new Set([...found].filter((id) => own.has(id)));
    for (const event of events) counts.set(event.id, 1);
    const holders = new Map([...group(tenures, (one) => one.office)].map(([office, some]) => [office, new Set(some.map((one) => one.person))]));
    return { ids: limited, counts, holders };
  }

  // The two fields of a period stay what they are, so that one can type on in them.
  period(days, side) {
    this.days[side].forEach((input, end) => {
      const day = (end ? lastDay : firstDay)(days[end]);
      if (input.value !== day && input !== document.activeElement) input.value = day;
      input.setAttribute("aria-label", `${t(side ? "secondPeriod" : "firstPeriod")}: ${t(end ? "to" : "from")}`);
    });
    return this.sides[side];
  }

  // A period that would end before it begins is that day.
  choose(side, end) {
    const day = this.days[side][end].value;
    if (!day) return;
    const compare = this.periods.map((days) => [...days]);
    compare[side][end] = day;
    if (compare[side][0] > compare[side][1]) compare[side][1 - end] = day;
    this.state.set({ compare }, "compare");
  }

  tab(kind) {
    return el("button", { class: "tab", "aria-pressed": String(kind === this.own.kind), "data-at": `kind ${kind}`,
      onclick: () => this.change({ kind, first: COMPARE_STEP, both: COMPARE_STEP, second: COMPARE_STEP }) }, word("kinds", kind));
  }

  // Who is at events of a period is there by them; others are there by what they are seen to hold.
  columns([a, b], nodes) {
    const count = (side, id) => side.counts.get(id) || 0;
    const byLabel = (x, y) => (nodes.get(x).label < nodes.get(y).label ? -1 : 1);
    const present = (side, id) => (a.counts.has(id) || b.counts.has(id) ? side.counts.has(id) : side.ids.has(id));
    const all = [...new Set([...a.ids, ...b.ids])].filter((id) => nodes.get(id).kind === this.own.kind);
    const only = (side, other) => all.filter((id) => present(side, id) && !present(other, id)).sort((x, y) => count(side, y) - count(side, x) || byLabel(x, y));
    const change = (id) => count(b, id) - count(a, id);
    const both = all.filter((id) => present(a, id) && present(b, id)).sort((x, y) => Math.abs(change(y)) - Math.abs(change(x)) || count(b, y) - count(b, x) || byLabel(x, y));
    const most = Math.max(...both.map((id) => Math.max(count(a, id), count(b, id))), 1);
    return [el("div", { class: "compared" },
      this.column("first", t("onlyIn", "A"), "side-0", only(a, b), (id) => this.counted(nodes.get(id), count(a, id))),
      this.column("both", t("inBoth"), "", both, (id) => this.changed(nodes.get(id), count(a, id), count(b, id), most)),
      this.column("second", t("onlyIn", "B"), "side-1", only(b, a), (id) => this.counted(nodes.get(id), count(b, id))))];
  }

  column(name, title, style, ids, row) {
    return el("section", { class: style }, el("h3", null, title, el("output", null, String(ids.length))),
      ids.length === 0 && el("p", { class: "note" }, t("none")),
      el("ul", null, ...ids.slice(0, this.own[name]).map(row)),
      this.more(name, Math.min(this.own[name], ids.length), ids.length, COMPARE_STEP * 3));
  }

  counted(node, count) {
    return el("li", null, this.link(node, { "data-row": true, "data-at": `node ${node.id}` }), count > 0 && el("output", null, String(count)));
  }

  changed(node, before, after, most) {
    const bar = (count, side) => styled(el("i", { class: side }), { width: `${(100 * count) / most}%` });
    const difference = after - before;
    return el("li", { class: "changed" }, this.link(node, { "data-row": true, "data-at": `node ${node.id}` }),
      el("span", { class: "pair", "aria-hidden": "true" }, bar(before, "side-0"), bar(after, "side-1")),
      before > 0 && el("output", null, `${before} → ${after}`, difference !== 0 && el("b", null, ` ${difference > 0 ? "+" : "−"}${Math.abs(difference)}`)));
  }

  // Offices with holders in both periods that are not the same people.
  changes([a, b], nodes) {
    const offices = [...a.holders.keys()].filter((id) => b.holders.has(id) && !sameMembers(a.holders.get(id), b.holders.get(id)));
    offices.sort((x, y) => (nodes.get(x).label < nodes.get(y).label ? -1 : 1));
    const people = (ids, office) => [...ids].map((id) => this.link(nodes.get(id), { "data-at": `holder ${office} ${id}` }));
    const rows = offices.slice(0, this.own.posts).map((id) => el("tr", null,
      el("th", { scope: "row" }, this.link(nodes.get(id), { "data-row": true, "data-at": `office ${id}` })),
      el("td", { class: "side-0" }, ...people(a.holders.get(id), id)), el("td", { class: "side-1" }, ...people(b.holders.get(id), id))));
    const head = el("tr", null, el("th", { scope: "col" }, word("kinds", "Office")), el("th", { scope: "col" }, "A"), el("th", { scope: "col" }, "B"));
    return [
      el("h3", null, t("changedHolders"), el("output", null, String(offices.length))),
      rows.length > 0 ? el("table", { class: "posts" }, el("thead", null, head), el("tbody", null, ...rows)) : el("p", { class: "note" }, t("none")),
      this.more("posts", rows.length, offices.length, COMPARE_STEP),
    ];
  }
}

function sameMembers(a, b) {
  return a.size === b.size && [...a].every((member) => b.has(member));
}

// The time of the graph cut in two, so that as many events are before as after; without two days of events, in the middle.
function halves([first, last], events) {
  const [from, to] = [dayNumber(first), dayNumber(last, true)];
  if (from === null || to === null) return null;
  const days = events.map((event) => dayNumber(event.start)).filter((day) => day !== null && day > from);
  const middle = days.length ? Math.max(days[Math.floor(days.length / 2)] - 1, from) : Math.floor((from + to) / 2);
  return [[dayText(from), dayText(middle)], [dayText(Math.min(middle + 1, to)), dayText(to)]];
}
