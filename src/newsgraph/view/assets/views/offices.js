"use strict";
// Who held which office when. What is printed has firm ends; where no day is printed, the bar reaches
// from the first to the last paper that names the holder so, and its ends are open.
const OFFICES_PAGE = 60;
const LETTER = 13;

class OfficesView extends View {
  constructor(...parts) {
    super(...parts);
    this.own = { most: OFFICES_PAGE, order: "changes", width: 0 };
    new ResizeObserver(() => this.widen()).observe(this.body);
  }

  // Names stand beside their bars where there is room: another width, other rows.
  widen() {
    const width = Math.round(this.body.clientWidth / 60) * 60;
    if (this.built !== null && width && width !== this.own.width) this.change({ width });
  }

  async build(value, ids) {
    this.own.width = Math.round(this.body.clientWidth / 60) * 60;
    const tenures = (await this.store.tenures(value.filter, ids)).map(tenureDays);
    const title = viewTitle("offices", new Set(tenures.map((one) => one.office)).size);
    if (tenures.length === 0) return { controls: [title], content: [el("p", { class: "empty" }, t("noOffices"))] };
    const nodes = await this.briefs(tenures.flatMap((one) => [one.office, one.organization, one.person]).filter((id) => id !== null));
    const scale = timeScale(tenures);
    const offices = this.sorted(group(tenures, (one) => one.office), nodes);
    const bodies = group(offices.slice(0, this.own.most), ([first]) => first.organization);
    const order = [["changes", "byHolders"], ["body", "byBody"], ["start", "byStart"]];
    return {
      controls: [title, this.select("order", "sortBy", order), el("div", { class: "key" },
        keyBar("firm", t("printedDates")), keyBar("open", t("seenDates")), keyBar("once", t("seenOnce")))],
      content: [
        el("div", { class: "axis", "aria-hidden": "true" }, el("span"), el("div", null, ...scale.marks.map(([at, text]) => styled(el("i", null, text), { left: `${at}%` })))),
        ...[...bodies].map(([body, some]) => el("section", { class: "body-of" },
          el("h3", null, body === null ? t("noBody") : this.link(nodes.get(body))),
          ...some.map((holders) => this.office(holders, nodes, scale)))),
        this.more("most", Math.min(this.own.most, offices.length), offices.length, OFFICES_PAGE),
      ],
    };
  }

  // Offices with most holders first, or by body, or by their first day; offices of one body stay together.
  sorted(groups, nodes) {
    const name = (id) => (id === null ? "\uffff" : nodes.get(id).label);
    const keys = { changes: (held) => -new Set(held.map((one) => one.person)).size, start: (held) => Math.min(...held.map((one) => one.from ?? Infinity)), body: () => 0 };
    const key = keys[this.own.order];
    const bodies = [...group([...groups.values()], ([first]) => first.organization).values()].map((offices) => {
      const keyed = offices.map((held) => [key(held), held]).sort((a, b) => a[0] - b[0]);
      return { key: keyed[0][0], name: name(keyed[0][1][0].organization), offices: keyed.map(([, held]) => held) };
    });
    return bodies.sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).flatMap((one) => one.offices);
  }

  office(tenures, nodes, scale) {
    const office = nodes.get(tenures[0].office);
    const body = tenures[0].organization === null ? "" : nodes.get(tenures[0].organization).label;
    const post = office.label.startsWith(body) && office.label.length > body.length ? office.label.slice(body.length) : office.label;
    const lanes = packLanes(tenures, nodes, scale, Math.max(this.own.width - 200, 260));
    return el("div", { class: "office" },
      this.link({ id: office.id, label: post }, { title: office.label.slice(0, 200), "data-row": true, "data-at": `office ${office.id}` }),
      el("div", { class: "lanes" }, ...lanes.map((lane) => el("div", { class: "lane" }, ...lane.flatMap((one) => this.tenure(one, nodes))))));
  }

  tenure(one, nodes) {
    const person = nodes.get(one.person);
    const printed = [one.since, one.until].some(Boolean) ? `${one.since || "?"} – ${one.until || "?"}` : "";
    const seen = one.first ? t("seenInPapers", one.first === one.last ? one.first : `${one.first} – ${one.last}`) : "";
    const words = [person.label.slice(0, 80), printed, seen].filter(Boolean).join(" · ");
    const bar = styled(el("button", { class: "bar", title: words, "aria-label": `${words} · ${t("evidence")}`,
      "data-once": isSeenOnce(one), "data-since": one.since ? "printed" : "seen", "data-until": one.until ? "printed" : "seen",
      "data-node": one.person, "data-at": `bar ${one.office} ${one.person} ${one.since || ""}`, onclick: () => this.go.link(one.person, one.office) }),
    { left: `${one.left}%`, width: `${one.width}%` });
    const name = this.link(person, { class: "link holder", "data-at": `holder ${one.office} ${one.person} ${one.since || ""}` });
    return [bar, styled(name, one.before ? { right: `calc(${100 - one.left}% + 6px)` } : { left: `calc(${one.left + one.width}% + 6px)` })];
  }
}

function tenureDays(tenure) {
  const from = dayNumber(tenure.since) ?? dayNumber(tenure.first) ?? dayNumber(tenure.until);
  const to = dayNumber(tenure.end, true) ?? dayNumber(tenure.last, true) ?? from;
  return { ...tenure, from, to: to === null ? null : Math.max(from, to) };
}

function isSeenOnce({ since, until, from, to }) {
  return !since && !until && from === to;
}

// From days to percent of the strip, with a margin for names and bars of a single day.
function timeScale(tenures) {
  const days = tenures.flatMap((one) => [one.from, one.to]).filter((day) => day !== null);
  const first = Math.min(...days);
  const margin = Math.max((Math.max(...days) - first) * 0.03, 5);
  const [from, to] = days.length ? [first - margin, Math.max(...days) + margin] : [0, 1];
  const percent = (day) => (100 * (day - from)) / (to - from);
  return { percent, marks: days.length ? axisMarks(Math.ceil(from), Math.floor(to)).map(([day, text]) => [percent(day), text]) : [] };
}

// Holders one after the other share a lane as long as bars and names do not touch.
function packLanes(tenures, nodes, scale, pixels) {
  const lanes = [];
  for (const one of tenures) {
    const point = 1100 / pixels;
    const once = isSeenOnce(one);
    const left = one.from === null ? 0 : once ? scale.percent(one.from + 0.5) - point / 2 : scale.percent(one.from);
    const width = one.from === null ? 0 : once ? point : Math.max(scale.percent(one.to + 1) - left, point);
    const text = (100 * (LETTER * Math.min(Array.from(nodes.get(one.person).label).length, 20) + 18)) / pixels;
    const before = left + width + text > 100 && left > text;
    const [start, end] = before ? [left - text, left + width] : [left, left + width + text];
    const lane = lanes.find((some) => some.every((other) => other.end <= start || end <= other.start));
    const placed = { ...one, left, width, before, start, end };
    if (lane) lane.push(placed);
    else lanes.push([placed]);
  }
  return lanes;
}

function keyBar(kind, text) {
  return el("span", { class: `key-bar ${kind}` }, el("i"), text);
}
