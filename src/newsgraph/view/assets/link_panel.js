"use strict";
// Panels of what is between two nodes: their links, the events they shared, the path from one to the other.
async function linkPanel(desk, [a, b]) {
  const links = await desk.store.between(a, b);
  desk.names = await gatherNames(desk.store, [a, b]);
  const parts = await Promise.all(links.map(async (link) => [
    linkTitle(desk, link),
    factList(link.facts, null),
    ...(await desk.store.evidence(link.evidence)).map(quote),
  ]));
  const both = [a, b].every((id) => desk.names.get(id).kind === "Person") ? await meetingParts(desk, a, b) : [];
  return [
    links.length === 0 ? endsTitle(desk, a, b) : el("p", { class: "aliases" }, t("relations", links.length)),
    el("div", { class: "actions", role: "toolbar" }),
    ...parts.flat(),
    ...both,
  ];
}

function linkTitle(desk, link) {
  return el("p", { class: "ends" }, nodeLink(desk, link.source), el("span", null, ` —${describeLink(link)}→ `), nodeLink(desk, link.target));
}

function endsTitle(desk, a, b) {
  return el("p", { class: "ends" }, nodeLink(desk, a), el("span", null, " — "), nodeLink(desk, b));
}

// The events at which two people were, by time, with the roles of both.
async function meetingParts(desk, a, b) {
  const [pair] = await desk.store.together(NO_FILTER, [a, b]);
  if (!pair) return [];
  const wanted = new Set(pair.events);
  const events = (await desk.store.events(NO_FILTER, [a])).filter((event) => wanted.has(event.id));
  desk.names = new Map([...desk.names, ...events.map((event) => [event.id, event])]);
  const roles = (event, id) => event.participants.filter((one) => one.id === id)
    .map((one) => el("span", { class: "tag" }, `${desk.names.get(id).label.slice(0, 12)} ${describeLink(one)}`));
  return [
    heading(t("meetings", pair.weight), null),
    pair.rank !== null && el("p", { class: "note" }, t("rankDistance", +pair.rank.toFixed(1))),
    ...events.map((event) => el("div", { class: "row" }, el("div", { class: "note" }, event.start || t("unknownDay")),
      nodeLine(desk, event.id), el("div", { class: "tags" }, ...roles(event, a), ...roles(event, b)))),
  ];
}

// Two names to choose, and the way between them with the sentences of every hop.
async function pathPanel(desk, [a, b], filter) {
  const hops = b === null ? null : await desk.store.path(a, b, filter);
  desk.names = await gatherNames(desk.store, [a, b, ...(hops || []).map((hop) => hop.id)].filter((id) => id !== null));
  const picker = (key, id, choose) => {
    const input = el("input", { type: "search", value: id === null ? "" : desk.names.get(id).label.slice(0, 80), placeholder: t("search"), autocomplete: "off", "aria-label": t(key), "data-end": key });
    const list = el("ol", { class: "results", role: "listbox", hidden: true });
    new Search(input, list, { store: desk.store, looks: desk.looks, pick: choose });
    return el("div", { class: "picker" }, el("span", null, t(key)), el("label", { class: "search" }, input), list);
  };
  const parts = await Promise.all((hops || []).map((hop, k) => hopParts(desk, hop, k)));
  return [
    el("h2", null, t("path")),
    picker("pathStart", a, (id) => desk.go.path(id, b)),
    picker("pathEnd", b, (id) => desk.go.path(a, id)),
    hops && heading(t("pathSteps", hops.length - 1), null),
    ...parts.flat(),
    b !== null && !hops && el("p", { class: "note" }, t("pathNone"), isLimited(filter) ? ` ${t("pathFiltered")}` : ""),
  ];
}

async function hopParts(desk, hop, k) {
  const step = await Promise.all(hop.links.map(async (link) => el("div", { class: "hop" },
    el("p", { class: "note" }, describeLink(link), linkDays({ ...link, out: true }) && ` · ${linkDays({ ...link, out: true })}`),
    ...(await desk.store.evidence(link.evidence)).slice(0, 2).map(quote))));
  return [k > 0 && el("div", { class: "step" }, ...step), nodeLine(desk, hop.id)];
}

function isLimited(filter) {
  return !sameFilter(filter, NO_FILTER);
}
