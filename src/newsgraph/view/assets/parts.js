"use strict";
// What panels are made of. A `desk` is {store, looks, go, names}: `names` holds the briefs of the nodes a panel speaks of.
const MANY = 40;
const QUOTES = 8;

async function gatherNames(store, ids) {
  const unique = [...new Set(ids)];
  return new Map((await store.brief(unique)).map((node) => [node.id, node]));
}

function heading(text, count, attrs = null) {
  return el("h3", attrs, text, count !== null && el("output", null, String(count)));
}

// A heading and the first of its items; the rest on demand.
function section(text, items, make, most = MANY) {
  return items.length === 0 ? [] : [heading(text, items.length), ...unfolding(items, make, most)];
}

// The first of some items, and a button that shows the rest.
function unfolding(items, make, most) {
  const list = el("div", null, ...items.slice(0, most).map(make));
  const rest = items.length - most;
  const show = () => {
    list.append(...items.slice(most).map(make));
    more.remove();
  };
  const more = rest > 0 && el("button", { class: "more", onclick: show }, t("more", rest));
  return [list, more];
}

function nodeSign(desk, kind) {
  return sign(desk.looks[kind]);
}

function nodeLink(desk, id) {
  const open = (event) => {
    event.preventDefault();
    desk.go.node(id);
  };
  return el("button", { class: "link", onclick: open }, desk.names.get(id).label.slice(0, 200));
}

function nodeLine(desk, id, ...rest) {
  return el("div", { class: "row" }, el("div", { class: "line" }, nodeSign(desk, desk.names.get(id).kind), nodeLink(desk, id), ...rest));
}

// A row whose sentences open beneath it.
function evidenceRow(desk, evidence, ...summary) {
  const details = el("details", { class: "row" }, el("summary", { class: "line" }, ...summary, el("span", { class: "turn", "data-closed": t("evidence"), "data-open": t("fold") })));
  details.addEventListener("toggle", async () => {
    const quotes = await desk.store.evidence(evidence);
    if (details.childElementCount === 1) details.append(...quotes.map(quote));
  });
  return details;
}

function linkRow(desk, link) {
  const roles = (link.roles || []).map((role) => el("span", { class: "tag" }, word("roles", role)));
  const ordered = link.relation === "PARTICIPATES" && !link.out;
  return evidenceRow(desk, link.evidence,
    ordered && el("span", { class: "order" }, link.order === null ? "·" : String(link.order)),
    nodeSign(desk, desk.names.get(link.other).kind), nodeLink(desk, link.other), ...roles, el("span", { class: "note" }, linkDays(link)), moves(link));
}

// A figure, the day on which it was first told, and who says so.
function figureRow(desk, { name, value, currency, day, evidence }) {
  const figure = [word("attributes", name), factText(name, value), currency].filter(Boolean).join(" ");
  return evidenceRow(desk, evidence, el("span", null, figure), el("span", { class: "note" }, day || ""));
}

// What an appointee takes up and leaves, on a line of its own.
function moves({ facts }) {
  const told = ["takes", "leaves"].filter((name) => facts[name]).map((name) => t(name, facts[name]));
  return told.length > 0 && el("span", { class: "moves" }, told.join(t("listComma")));
}

function linkDays({ relation, out, facts }) {
  const { since, until, former, proposed, date_start: day } = facts;
  if (relation === "HOLDS_OFFICE" && (since || until)) return `${since || "?"} — ${until || (former ? "?" : "")}`;
  if (relation === "HOLDS_OFFICE" && (former || proposed)) return word("attributes", former ? "former" : "proposed");
  return relation === "PARTICIPATES" && out && day ? day : "";
}

function describeLink({ relation, role, order }) {
  const text = role ? word("roles", role) : word("relations", relation);
  return order === null ? text : `${text}${t("asPrinted", t("order", order))}`;
}

// A list of facts: days first, then attributes, then where it was seen.
function factList(facts, mentions) {
  const rows = [];
  const add = (name, value) => rows.push(el("dt", null, name), el("dd", null, value));
  const { date_start: start, date_end: end, date_text: text, first_seen: first, last_seen: last, ...others } = facts;
  if (start) add(t("date"), `${start}${end && end !== start ? t("dateTo") + end : ""}${text ? t("asPrinted", text.slice(0, 60)) : ""}`);
  for (const [name, value] of Object.entries(others)) add(word("attributes", name), factText(name, value));
  if (first) add(t("seen"), first === last ? first : `${first}${t("dateTo")}${last}`);
  if (mentions) add(t("mentions"), String(mentions));
  return rows.length > 0 && el("dl", null, ...rows);
}

function factText(name, value) {
  if (name === "event_type") return word("eventTypes", value);
  if (name === "status") return word("statuses", value);
  if (name === "investment_cny" || name === "contract_cny") return yuan(value);
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) return value.join(t("listComma"));
  return typeof value === "number" ? value.toLocaleString() : String(value);
}

// Yuan in the units that each language counts in.
const YUAN = [
  [[1e8, "{0} 亿元"], [1e4, "{0} 万元"], [1, "{0} 元"]],
  [[1e9, "CNY {0} billion"], [1e6, "CNY {0} million"], [1, "CNY {0}"]],
];
function yuan(value) {
  const [size, text] = YUAN[spoken].find(([size]) => value >= size) || YUAN[spoken][2];
  return text.replace("{0}", (+(value / size).toFixed(4)).toLocaleString());
}

// The best known number of each thing, as tiles.
function tiles(counts) {
  return el("div", { class: "counts" }, ...counts.map(([count, name]) => el("div", null, el("b", null, count.toLocaleString()), el("span", null, name))));
}
