"use strict";
// The table of everything: {columns: [name], rows: [{id, name: text, number, list of texts or null}], total}.
// Kinds, event types and statuses come by their names in the data; `word(table, name)` says them in the reader's language.
const COMMON_COLUMNS = ["degree", "mentions", "first_seen", "last_seen"];
const COLUMNS = {
  Person: ["label", "aliases", "offices", "events", ...COMMON_COLUMNS],
  Office: ["label", "post", "body", "holders", ...COMMON_COLUMNS],
  Organization: ["label", "aliases", "part_of", "located_in", "events", ...COMMON_COLUMNS],
  Place: ["label", "aliases", "located_in", "events", ...COMMON_COLUMNS],
  Project: ["label", "aliases", "investment_cny", "area_mu", "area_m2", "investors", "located_in", "events", ...COMMON_COLUMNS],
  Event: ["label", "type", "start", "end", "place", "status", "participants", ...COMMON_COLUMNS],
};
const ALL_COLUMNS = ["label", "kind", "aliases", ...COMMON_COLUMNS];

function cell(store, id, name) {
  const { nodes } = store;
  const named = (ids) => ids.map((other) => nodes.label[other]);
  const countLinks = (relations) => new Set([...store.linksOf(id)].filter((i) => relations.includes(store.links.relation[i])).map((i) => store.otherEnd(i, id))).size;
  const makers = {
    label: () => nodes.label[id],
    kind: () => nodes.kind[id],
    aliases: () => nodes.aliases[id] || [],
    degree: () => store.degrees[id],
    mentions: () => nodes.mentions[id],
    offices: () => named(store.targetsOf(id, "HOLDS_OFFICE")),
    holders: () => named(store.sourcesOf(id, "HOLDS_OFFICE")),
    body: () => named(store.targetsOf(id, "OFFICE_OF"))[0] ?? null,
    part_of: () => named(store.targetsOf(id, "PART_OF")),
    located_in: () => named(store.targetsOf(id, "LOCATED_IN")),
    investors: () => named(store.sourcesOf(id, "INVESTS_IN")),
    place: () => named(store.targetsOf(id, "HELD_IN"))[0] ?? null,
    participants: () => store.sourcesOf(id, "PARTICIPATES").length,
    events: () => countLinks([...OF_EVENTS]),
    type: () => store.types[id],
    start: () => store.fact("date_start")[id],
    end: () => store.fact("date_end")[id],
  };
  return Object.hasOwn(makers, name) ? makers[name]() : store.fact(name)[id];
}

// The columns of a kind, without those in which no node of it has a value.
function columnsOf(store, kind) {
  const nodes = Array.from({ length: store.size }, (_, id) => id).filter((id) => !kind || store.nodes.kind[id] === kind);
  return (COLUMNS[kind] || ALL_COLUMNS).filter((name) => nodes.some((id) => sortKey(cell(store, id, name)) !== null));
}

// `kind` null is all kinds; `query` keeps what a search would find; nodes without a value come last either way.
function tableRows(store, kind, { sort = "degree", descending = true, query = "", filter = NO_FILTER, offset = 0, limit = 100 } = {}) {
  const columns = columnsOf(store, kind);
  const passes = store.sieve.sift(filter).nodes;
  const found = query.trim() ? new Set(store.finder.match(query).map(({ id }) => id)) : null;
  const ids = [];
  for (let id = 0; id < store.size; id += 1) {
    if (passes[id] && (!kind || store.nodes.kind[id] === kind) && (!found || found.has(id))) ids.push(id);
  }
  const keys = new Map(ids.map((id) => [id, sortKey(cell(store, id, sort))]));
  const turn = descending ? -1 : 1;
  const collator = new Intl.Collator("zh");
  const compare = (x, y) => (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y)));
  ids.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === null || y === null) return (x === null) - (y === null) || a - b;
    return turn * compare(x, y) || a - b;
  });
  return {
    columns,
    rows: ids.slice(offset, offset + limit).map((id) => ({ id, ...Object.fromEntries(columns.map((name) => [name, cell(store, id, name)])) })),
    total: ids.length,
  };
}

function sortKey(value) {
  if (Array.isArray(value)) return value.length ? value.join("、").slice(0, 200) : null;
  return typeof value === "string" ? value.slice(0, 200) || null : value;
}
