"use strict";
// Nodes and edges as flat rows, with the names of columns that newsgraph's own files have.
const NODE_COLUMNS = [
  "id", "label", "kind", "aliases", "first_seen", "last_seen", "n_mentions", "post", "organization",
  "event_type", "status", "date_start", "date_end", "date_text", "place",
  "inferred", "description", "investment_cny", "investment_amount", "investment_currency", "area_mu", "area_m2",
  "contract_cny", "contract_amount", "contract_currency",
];
const DRAWING_COLUMNS = ["x", "y", "size", "r", "g", "b"];
const EDGE_COLUMNS = [
  "id", "source", "target", "relation", "label", "role", "order", "weight", "first_seen", "last_seen",
  "date_start", "date_end", "source_label", "target_label", "n_evidence", "article", "evidence",
  "since", "until", "former", "proposed", "takes", "leaves",
];
// Characters of one value: a cell of a spreadsheet holds 32,767.
const LONGEST_VALUE = 32_000;
const JOINT = "；";

// Text that every format can hold: what no XML document may hold becomes U+FFFD.
function cleanText(text) {
  const legal = text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, "\ufffd");
  if (legal.length <= LONGEST_VALUE) return legal;
  const letters = Array.from(legal);
  return letters.length <= LONGEST_VALUE ? legal : `${letters.slice(0, LONGEST_VALUE - 1).join("")}…`;
}

function cleanValue(value) {
  if (Array.isArray(value)) return value.map((item) => cleanText(String(item)));
  return typeof value === "string" ? cleanText(value) : value ?? null;
}

function cleanRow(row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cleanValue(value)]));
}

// The columns that come first, then the rows' own by name, then `last`.
function orderColumns(rows, first, last) {
  const own = new Set(rows.flatMap(Object.keys));
  for (const name of [...first, ...last]) own.delete(name);
  return [...first, ...[...own].sort(), ...last];
}

// One row for all edges of one source, relation and target, as in the GraphML that `newsgraph build` writes.
function mergeEdges(edges) {
  return [...group(edges, (row) => JSON.stringify([row.source, row.relation, row.target])).values()].map(mergeRows);
}

const LEAST = ["order", "first_seen", "date_start"];
const GREATEST = ["last_seen", "date_end"];
const FIRST = ["id", "article", "evidence"];

function mergeRows(rows) {
  if (rows.length === 1) return rows[0];
  const merged = {};
  for (const name of new Set(rows.flatMap(Object.keys))) {
    const values = [...new Set(rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined))];
    const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (name === "weight" || name === "n_evidence") merged[name] = rows.reduce((sum, row) => sum + row[name], 0);
    else if (LEAST.includes(name)) merged[name] = sorted[0] ?? null;
    else if (GREATEST.includes(name)) merged[name] = sorted[sorted.length - 1] ?? null;
    else if (FIRST.includes(name) || values.length < 2 || typeof values[0] !== "string") merged[name] = values[0] ?? null;
    else merged[name] = values;
  }
  return merged;
}

// What of the graph is saved: the nodes of `ids` with their facts, and the links among them that the filter leaves.
async function saveTables(store, ids, { filter, projection, looks, place }) {
  const found = await Promise.all(ids.map((id) => store.node(id)));
  const named = nameEnds(store, found);
  const nodes = await Promise.all(found.map((node) => nodeRow(store, node, { id: named.get(node.id).id, colour: looks[node.kind].colour, spot: place(node) })));
  const edges = await (projection ? meetingRows(store, ids, filter, named) : edgeRows(store, found, filter, named));
  return {
    nodes,
    edges,
    nodeColumns: orderColumns(nodes, NODE_COLUMNS, DRAWING_COLUMNS),
    edgeColumns: orderColumns(edges, EDGE_COLUMNS, []),
  };
}

// Ids and labels as they are written. Two ids that are the same once cleaned stay two nodes.
function nameEnds(store, nodes) {
  const named = new Map();
  const taken = new Set();
  for (const node of nodes) {
    let id = cleanText(store.keyOf(node.id));
    while (id === "" || taken.has(id)) id += `~${node.id}`;
    taken.add(id);
    named.set(node.id, { id, label: cleanText(node.label) });
  }
  return named;
}

// The screen's y points down, Gephi's up.
async function nodeRow(store, node, { id, colour, spot: [x, y] }) {
  const named = async (relation) => {
    const link = node.links.find((one) => one.out && one.relation === relation);
    return link ? (await store.brief([link.other]))[0].label : null;
  };
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const { label, kind, aliases, mentions, size } = node;
  const own = { id, label, kind, aliases, n_mentions: mentions, organization: await named("OFFICE_OF"), place: await named("HELD_IN") };
  return cleanRow({ ...node.facts, ...own, x, y: 0 - y, size, r, g, b });
}

async function edgeRows(store, nodes, filter, named) {
  const lines = await store.lines(nodes.map((node) => node.id), filter);
  const tied = new Map(lines.map(({ from, to, relations }) => [pairKey(from, to), relations]));
  const passes = ({ source, target, relation, role }) =>
    tied.get(pairKey(source, target))?.includes(relation) && (!filter.roles || role === null || filter.roles.has(role));
  const links = nodes.flatMap((node) => node.links.filter((link) => link.out && passes(link)));
  return Promise.all(links.map((link, i) => edgeRow(store, link, i, named)));
}

async function edgeRow(store, link, i, named) {
  const { source, target, relation, role, order, evidence } = link;
  const [first] = await store.evidence(evidence.slice(0, 1));
  return cleanRow({
    ...link.facts,
    ...endsOf(named, source, target),
    id: `e${i + 1}`,
    relation,
    label: role === null ? word("relations", relation) : word("roles", role),
    role,
    order,
    weight: Math.max(evidence.length, 1),
    n_evidence: evidence.length,
    article: first ? first.article.title : null,
    evidence: first ? first.text : null,
  });
}

// People who were at the same events: an edge a pair, its weight the number of events.
async function meetingRows(store, ids, filter, named) {
  const pairs = await store.together(filter, ids);
  return Promise.all(pairs.map(async ({ a, b, weight, events, rank }, i) => cleanRow({
    ...endsOf(named, a, b),
    id: `e${i + 1}`,
    relation: "TOGETHER",
    label: t("together"),
    weight,
    events: (await store.brief(events)).map((event) => event.label),
    rank_distance: rank,
  })));
}

function endsOf(named, source, target) {
  const [a, b] = [named.get(source), named.get(target)];
  return { source: a.id, target: b.id, source_label: a.label, target_label: b.label };
}
