"use strict";
// Events in time order, by day, month or year as their span demands, with a strip of counts to jump by.
const TIMELINE_PAGE = 150;

class TimelineView extends View {
  constructor(...parts) {
    super(...parts);
    this.own = { most: TIMELINE_PAGE };
    this.open = new Set();
  }

  async build(value, ids) {
    const events = await this.store.events(value.filter, ids);
    if (events.length === 0) return { controls: [viewTitle("timeline", 0)], content: [el("p", { class: "empty" }, t("noEvents"))] };
    const { dated, undated } = splitByDate(events);
    const length = dated.length ? unitOf(dayNumber(dated[dated.length - 1].start) - dayNumber(dated[0].start)) : 4;
    this.order = [...dated, ...undated];
    if (this.needs(value)) this.own.most = this.place(value.selection) + TIMELINE_PAGE;
    this.places = await this.briefs(events.map((event) => event.place).filter((place) => place !== null));
    this.groups = group(this.order, (event) => (event.start ? event.start.slice(0, length) : ""));
    this.unit = length;
    const planned = events.filter((event) => event.status === "planned").length;
    return {
      controls: [viewTitle("timeline", events.length), planned > 0 && el("span", { class: "note" }, t("plannedCount", planned)), this.strip(dated)],
      content: [...this.lists(), this.more("most", Math.min(this.own.most, events.length), events.length, TIMELINE_PAGE)],
    };
  }

  // Bars of counts, a bar a unit; a click goes there.
  strip(dated) {
    if (dated.length === 0) return null;
    const units = unitsBetween(dayNumber(dated[0].start), dayNumber(dated[dated.length - 1].start), this.unit);
    if (units.length < 3) return null;
    const most = Math.max(...units.map((unit) => this.groups.get(unit)?.length || 0), 1);
    const bars = units.map((unit) => {
      const events = this.groups.get(unit) || [];
      const counts = [...group(events, (event) => event.type)].map(([type, some]) => [type, some.length]);
      const types = counts.map(([type, count]) => styled(el("i", { "data-type": type }), { "flex-grow": count }));
      const bar = styled(el("span", null, ...types), { height: `${(100 * events.length) / most}%` });
      const words = { title: `${unit} · ${events.length}`, "aria-label": `${unit}: ${events.length}` };
      return el("button", { ...words, disabled: events.length === 0, onclick: () => this.jump(unit) }, bar);
    });
    const ends = el("div", { class: "ends-of" }, el("span", null, units[0]), el("span", null, units[units.length - 1]));
    return el("div", { class: "strip" }, el("div", { class: "bars", role: "group", "aria-label": t("timelineStrip") }, ...bars), ends);
  }

  lists() {
    const lists = [];
    let left = this.own.most;
    for (const [unit, events] of this.groups) {
      if (left <= 0) break;
      lists.push(el("section", { class: "unit", "data-unit": unit },
        el("h3", null, el("time", null, unit || t("unknownDay")),
          unit && unit.length < this.unit && el("small", null, t(unit.length === 4 ? "onlyYear" : "onlyMonth")),
          events.length > 1 && el("output", null, String(events.length))),
        el("ol", { class: "happenings" }, ...events.slice(0, left).map((event) => this.event(event)))));
      left -= events.length;
    }
    return lists;
  }

  event(event) {
    const { id, type, start, end, status, place } = event;
    const days = end && end !== start ? `${start} – ${end}` : start && start.length > this.unit ? start : null;
    const notes = [word("eventTypes", type), days, place === null ? null : this.places.get(place)?.label.slice(0, 80)];
    return el("li", { class: status === "planned" ? "happening planned" : "happening", "data-type": type, "data-node": id },
      this.link(event, { "data-node": null, "data-row": true, "data-at": `event ${id}` }),
      el("p", { class: "note" }, notes.filter(Boolean).join(" · "), status === "planned" && el("span", { class: "tag" }, word("statuses", status))),
      event.participants.length > 0 && this.participants(event));
  }

  participants({ id, participants }) {
    const count = new Set(participants.map((one) => one.id)).size;
    const details = el("details", { open: this.open.has(id) }, el("summary", { class: "note" }, t("participantsCount", count)));
    const fill = async () => {
      this.open[details.open ? "add" : "delete"](id);
      if (!details.open || details.childElementCount > 1) return;
      const people = await this.briefs(participants.map((one) => one.id));
      const roles = sortedRoles(group(participants, (one) => one.role));
      if (details.childElementCount > 1) return;
      details.append(...roles.map(([role, some]) => el("p", { class: "cast" }, el("b", null, word("roles", role)),
        ...some.sort(byOrder).map((one) => this.link(people.get(one.id))))));
      this.mark(this.state.value.selection);
    };
    details.addEventListener("toggle", fill);
    return details;
  }

  // Beside what is selected, the events of those who are.
  mark(selection) {
    super.mark(selection);
    const chosen = new Set(selection);
    const meets = ({ place, projects, participants }) => [place, ...projects, ...participants.map((one) => one.id)].some((id) => chosen.has(id));
    const touched = new Set((this.order || []).filter(meets).map((event) => event.id));
    for (const element of this.body.querySelectorAll(".happening")) element.classList.toggle("touched", touched.has(Number(element.dataset.node)));
  }

  async jump(unit) {
    await this.reveal([...this.groups.keys()].indexOf(unit), unit);
    const section = this.body.querySelector(`[data-unit="${CSS.escape(unit)}"]`);
    section.scrollIntoView({ block: "start" });
    section.querySelector("[data-row]").focus({ preventScroll: true });
  }

  // Lengthens the list until it holds the first event of the group with this number.
  async reveal(number) {
    const before = [...this.groups.values()].slice(0, number).reduce((sum, events) => sum + events.length, 0);
    if (before >= this.own.most) await this.change({ most: before + TIMELINE_PAGE });
  }

  // Whether what is selected is further down than the list goes.
  needs({ selection }) {
    return this.place(selection) >= this.own.most;
  }

  place(selection) {
    return this.order ? this.order.findIndex((event) => selection.includes(event.id)) : -1;
  }
}

function splitByDate(events) {
  const dated = events.filter((event) => dayNumber(event.start) !== null);
  return { dated, undated: events.filter((event) => dayNumber(event.start) === null).map((event) => ({ ...event, start: null })) };
}

// Roles in the order of the legend, each with its participants.
function sortedRoles(groups) {
  const known = knownWords("roles");
  return [...groups].sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
}

function byOrder(a, b) {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || 0;
}
