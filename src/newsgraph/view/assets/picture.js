"use strict";
// What the canvas shows of a state: {nodes, lines, near, faint, chosen}. `nodes` are briefs, `lines` {from, to, strength, state},
// `near` what is not faded (null: nothing is), `faint` how much the rest is, `chosen` what is marked.
const DIM = 0.32;
const FADED = 0.1;

async function compose(store, value) {
  const { selection, focus, filter, projection } = value;
  const ends = (value.path || []).filter((id) => id !== null);
  const hops = ends.length === 2 ? (await store.path(ends[0], ends[1], filter)) || [] : [];
  const path = hops.map((hop) => hop.id);
  const chosen = new Set([...selection, ...ends]);
  const ids = await listShown(store, value, new Set([...chosen, ...path]));
  const nodes = await store.brief(ids);
  const shown = projection && !value.path ? nodes.filter((node) => node.kind === "Person" || chosen.has(node.id)) : nodes;
  const lines = projection && !value.path ? await meetings(store, filter, shown) : await store.lines(ids, filter);
  const near = await listNear(store, value, path, lines);
  const touches = touchedBy(value, path);
  for (const line of lines) line.state = near === null ? "plain" : touches(line) ? "touched" : near.has(line.from) && near.has(line.to) ? "plain" : "faded";
  return { nodes: shown, lines, near, faint: focus || value.path ? FADED : DIM, chosen };
}

// The working set without what is hidden or filtered out; `kept` stays in any case.
async function listShown(store, { working, hidden, filter }, kept) {
  const gone = new Set(hidden);
  const ids = await store.passing(working.filter((id) => !gone.has(id)), filter);
  return [...new Set([...ids, ...kept])];
}

async function listNear(store, { selection, focus, filter, path: ends, projection }, path, lines) {
  if (ends) return new Set([...ends, ...path].filter((id) => id !== null));
  if (selection.length === 0) return null;
  if (selection.length === 2) return new Set(selection);
  if (!projection) return store.within(selection, focus || 1, filter);
  const near = new Set(selection);
  for (const { from, to } of lines) if (selection.includes(from) || selection.includes(to)) near.add(from).add(to);
  return near;
}

// Whether a line is one of those meant: the path's, that between two chosen, those of one chosen.
function touchedBy({ selection, path: ends }, path) {
  if (ends) {
    const steps = new Set(path.slice(1).map((id, k) => pairKey(id, path[k])));
    return ({ from, to }) => steps.has(pairKey(from, to));
  }
  const all = selection.length === 2;
  return ({ from, to }) => (all ? selection.includes(from) && selection.includes(to) : selection.includes(from) || selection.includes(to));
}

function pairKey(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

// Lines of the projection: as strong as events are common, as close as names stood in print.
async function meetings(store, filter, people) {
  const pairs = await store.together(filter, people.map((person) => person.id));
  return pairs.map(({ a, b, weight, rank }) => ({ from: a, to: b, relations: [], weight, rank }));
}
