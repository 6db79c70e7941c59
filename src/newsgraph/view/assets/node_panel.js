"use strict";
// The panel of one node: facts, offices, events in time order, neighbours by kind, the sentences.
const RELATION_ORDER = ["HOLDS_OFFICE", "OFFICE_OF", "PART_OF", "INVESTS_IN", "PARTICIPATES", "HELD_IN", "CONCERNS", "LOCATED_IN"];
const MET = 10;

async function nodePanel(desk, id) {
  const { store } = desk;
  const node = await store.node(id);
  const met = node.kind === "Person" ? await companions(store, id) : [];
  desk.names = await gatherNames(store, [id, ...node.links.map((link) => link.other), ...met.map(([other]) => other)]);
  const quotes = await store.evidence([...node.told, ...node.links].flatMap((one) => one.evidence));
  return [
    el("h2", null, node.label.slice(0, 300)),
    node.aliases.length > 0 && el("p", { class: "aliases" }, t("aliases", node.aliases.map((alias) => alias.slice(0, 80)).join(t("listComma")))),
    el("div", { class: "actions", role: "toolbar" }),
    tiles(countNode(node)),
    factList(untold(node), null),
    ...section(t("told"), node.told, (fact) => figureRow(desk, fact)),
    ...linkGroups(desk, node),
    ...section(t("together"), met, ([other, times]) => nodeLine(desk, other, el("span", { class: "note" }, t("times", times))), MET),
    ...section(t("quotes"), quotes, quote, QUOTES),
  ];
}

// The facts that are no figures told with their evidence.
function untold({ facts, told }) {
  const names = new Set(told.flatMap(({ name }) => (name === "investment_amount" ? [name, "investment_currency"] : [name])));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.has(name)));
}

function countNode(node) {
  const count = (relation) => new Set(node.links.filter((link) => link.relation === relation).map((link) => link.other)).size;
  const first = { Person: ["offices", count("HOLDS_OFFICE")], Office: ["holders", count("HOLDS_OFFICE")], Event: ["participants", count("PARTICIPATES")] }[node.kind]
    || ["events", count("PARTICIPATES") + count("HELD_IN") + count("CONCERNS")];
  const second = node.kind === "Person" ? ["events", count("PARTICIPATES")] : ["degree", node.degree];
  return [first, second, ["mentions", node.mentions]].map(([name, n]) => [n, t(`count_${name}`)]);
}

// Links of one relation and direction under one heading.
function linkGroups(desk, node) {
  const groups = new Map();
  for (const link of node.links) {
    const key = `${link.relation}_${link.out ? "out" : "in"}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(link);
  }
  const sorted = [...groups].sort(([, a], [, b]) => RELATION_ORDER.indexOf(a[0].relation) - RELATION_ORDER.indexOf(b[0].relation));
  return sorted.flatMap(([key, links]) => {
    const text = Object.hasOwn(WORDS, key) ? t(key) : word("relations", links[0].relation);
    if (key === "PARTICIPATES_in") return participantRows(desk, links, text);
    return section(text, key === "PARTICIPATES_out" ? joinRoles(links) : sortLinks(desk, links), (link) => linkRow(desk, link));
  });
}

// Tenures and events by time, all else best connected first.
function sortLinks(desk, links) {
  const time = ({ facts }) => facts.since || facts.date_start || facts.first_seen;
  const timed = links[0].relation === "HOLDS_OFFICE" || OF_EVENTS.has(links[0].relation);
  return [...links].sort((a, b) => (timed && byText(time(a), time(b))) || desk.names.get(b.other).degree - desk.names.get(a.other).degree || a.other - b.other);
}

// Under each role the names in printed order.
function participantRows(desk, links, text) {
  const roles = new Map();
  for (const link of links) {
    if (!roles.has(link.role)) roles.set(link.role, []);
    roles.get(link.role).push(link);
  }
  const known = knownWords("roles");
  const sorted = [...roles].sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  const rows = sorted.flatMap(([role, members]) => [
    el("h4", null, word("roles", role)),
    ...members.sort((a, b) => (a.order ?? 1e9) - (b.order ?? 1e9)).map((link) => linkRow(desk, link)),
  ]);
  return [heading(text, new Set(links.map((link) => link.other)).size), ...rows];
}

// One row an event, in order of time, with all roles somebody had there.
function joinRoles(links) {
  const events = new Map();
  for (const link of links) {
    const row = events.get(link.other);
    if (row) {
      row.roles.push(link.role);
      row.evidence = [...row.evidence, ...link.evidence];
    } else events.set(link.other, { ...link, roles: [link.role] });
  }
  return [...events.values()].sort((a, b) => byText(a.facts.date_start, b.facts.date_start) || a.other - b.other);
}

// Who was at the events of `id`, and how often, the most frequent first.
async function companions(store, id) {
  const times = new Map();
  const events = (await store.events(NO_FILTER, [id])).filter((event) => store.gathers(event.id));
  const people = new Set((await store.brief([...new Set(events.flatMap((event) => event.participants.map((one) => one.id)))])).filter(({ kind }) => kind === "Person").map((one) => one.id));
  for (const event of events) {
    for (const other of new Set(event.participants.map((one) => one.id))) {
      if (other !== id && people.has(other)) times.set(other, (times.get(other) || 0) + 1);
    }
  }
  return [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
