"use strict";
// The side panel: the whole page, one node, or the links between two.
const HEADINGS = {
  HOLDS_OFFICE: ["任职", "任职者", "Offices", "Holders"],
  OFFICE_OF: ["所属机构", "职务", "Body", "Offices"],
  PART_OF: ["隶属于", "下属机构", "Part of", "Parts"],
  LOCATED_IN: ["位于", "辖域与所在", "Located in", "Here"],
  INVESTS_IN: ["投资项目", "投资方", "Invests in", "Investors"],
  PARTICIPATES: ["参加的事件", "参与者", "Events", "Participants"],
  HELD_IN: ["举办地", "在此举行", "Place", "Held here"],
  CONCERNS: ["涉及项目", "相关事件", "Projects", "Events"],
};
const MANY = 40;
const QUOTES = 8;

class Panel {
  constructor(element, store, looks, go) {
    Object.assign(this, { element, store, looks, go });
    this.turn = 0;
  }

  // Shows what `make` builds, unless something else was asked for in the meantime.
  async show(make) {
    const turn = ++this.turn;
    const children = await make();
    if (turn !== this.turn) return;
    this.element.replaceChildren(...children.filter(Boolean));
    this.element.scrollTop = 0;
  }

  overview() {
    return this.show(async () => {
      const { sources, counts, events, people } = await this.store.overview();
      const kinds = Object.keys(this.store.words.kinds).filter((kind) => counts[kind]);
      return [
        el("div", { class: "crumb" }, `${sources.length} 份来源 ${sources.length === 1 ? "source" : "sources"}`),
        ...sources.slice(0, 5).map((source) =>
          el("p", { class: "aliases" }, [source.paper, source.date, source.place, source.name].filter(Boolean).join(" · "))),
        el("div", { class: "counts" }, ...kinds.map((kind) =>
          el("div", null, el("b", null, String(counts[kind])), el("span", null, this.store.words.kinds[kind])))),
        ...this.section("事件", "Events", events, (event) => this.eventRow(event)),
        ...this.section("联系最多的人", "Most connected", people.slice(0, 10), (person) =>
          this.line(person.id, el("span", { class: "note" }, `${person.degree} 个联系`))),
        el("p", { class: "note" }, "点击图中的点或线，查看事实与原文。 Click a node or an edge for its facts and sources."),
      ];
    });
  }

  node(id) {
    return this.show(async () => {
      const node = await this.store.node(id);
      const { words } = this.store;
      const quotes = await this.store.evidence(node.links.flatMap((link) => link.evidence));
      return [
        this.crumb(this.sign(node.kind), `${words.kinds[node.kind]} ${node.kind}`),
        el("h2", null, node.label.slice(0, 300)),
        node.aliases.length > 0 && el("p", { class: "aliases" }, `又作：${node.aliases.join("、")}`),
        this.facts(node.facts, node.mentions),
        ...this.groups(node),
        ...this.section("原文", "Sources", quotes, quote, QUOTES),
      ];
    });
  }

  between(a, b) {
    return this.show(async () => {
      const links = await this.store.between(a, b);
      const parts = await Promise.all(links.map(async (link) => [
        el("p", { class: "ends" }, this.link(link.source), el("span", null, ` —${this.describe(link)}→ `), this.link(link.target)),
        this.facts(link.facts, null),
        ...(await this.store.evidence(link.evidence)).map(quote),
      ]));
      return [this.crumb(`${links.length} 条关系 ${links.length === 1 ? "edge" : "edges"}`), ...parts.flat()];
    });
  }

  crumb(...children) {
    return el("div", { class: "crumb" }, ...children, el("button", { class: "close", onclick: () => this.go.home() }, "返回总览 ✕"));
  }

  groups(node) {
    const groups = new Map();
    for (const link of node.links) {
      const key = `${link.relation} ${link.out}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(link);
    }
    const order = Object.keys(HEADINGS);
    const sorted = [...groups.values()].sort((a, b) => order.indexOf(a[0].relation) - order.indexOf(b[0].relation));
    return sorted.flatMap((links) => {
      const { relation, out } = links[0];
      const [zhOut, zhIn, enOut, enIn] = HEADINGS[relation] || [relation, relation, "", ""];
      if (relation === "PARTICIPATES" && !out) return this.participants(links, zhIn, enIn);
      const rows = relation === "PARTICIPATES" ? joinRoles(links) : links.map((link) => ({ ...link, roles: [] }));
      return this.section(out ? zhOut : zhIn, out ? enOut : enIn, rows, (link) => this.row(link));
    });
  }

  // Under each role the names in printed order.
  participants(links, zh, en) {
    const roles = new Map();
    for (const link of links) {
      if (!roles.has(link.role)) roles.set(link.role, []);
      roles.get(link.role).push(link);
    }
    const known = Object.keys(this.store.words.roles);
    const sorted = [...roles].sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
    const rows = sorted.flatMap(([role, members]) => [
      el("h4", null, this.store.words.roles[role] || role),
      ...members.sort((a, b) => (a.order ?? 1e9) - (b.order ?? 1e9)).map((link) => this.row({ ...link, roles: [] })),
    ]);
    return [this.heading(zh, en, new Set(links.map((link) => link.other)).size), ...rows];
  }

  heading(zh, en, count) {
    return el("h3", null, zh, el("small", null, en), el("output", null, String(count)));
  }

  section(zh, en, items, make, most = MANY) {
    if (items.length === 0) return [];
    const list = el("div", null, ...items.slice(0, most).map(make));
    const rest = items.length - most;
    const more = rest > 0 && el("button", { class: "more", onclick: () => { list.append(...items.slice(most).map(make)); more.remove(); } }, `再显示 ${rest} 条 more`);
    return [this.heading(zh, en, items.length), list, more];
  }

  row(link) {
    const { words } = this.store;
    const roles = link.roles.map((role) => el("span", { class: "tag" }, words.roles[role] || role));
    const order = link.relation === "PARTICIPATES" && !link.out && el("span", { class: "order" }, link.order === null ? "·" : String(link.order));
    const note = el("span", { class: "note" }, this.when(link));
    const summary = el("summary", { class: "line" }, order, this.sign(this.kind(link.other)), this.link(link.other), ...roles, note);
    const details = el("details", { class: "row" }, summary);
    details.addEventListener("toggle", async () => {
      const quotes = await this.store.evidence(link.evidence);
      if (details.childElementCount === 1) details.append(...quotes.map(quote));
    });
    return details;
  }

  when(link) {
    const { since, until, date_start: day } = link.facts;
    if (link.relation === "HOLDS_OFFICE" && (since || until)) return `${since || "?"} — ${until || ""}`;
    return link.relation === "PARTICIPATES" && link.out && day ? day : "";
  }

  describe({ relation, role, order }) {
    const { relations, roles } = this.store.words;
    const word = role ? roles[role] || role : relations[relation] || relation;
    return order === null ? word : `${word}（第 ${order} 位）`;
  }

  eventRow(event) {
    const { eventTypes, statuses } = this.store.words;
    const day = event.start || "日期不详";
    const planned = event.status === "planned" && el("span", { class: "tag" }, statuses.planned);
    return el("div", { class: "row" },
      el("div", { class: "note" }, `${day} · ${eventTypes[event.type] || event.type} `, planned),
      this.line(event.id));
  }

  line(id, ...rest) {
    return el("div", { class: "row" }, el("div", { class: "line" }, this.sign(this.kind(id)), this.link(id), ...rest));
  }

  link(id) {
    const open = (event) => { event.preventDefault(); this.go.node(id); };
    return el("button", { class: "link", onclick: open }, this.store.brief(id).label.slice(0, 200));
  }

  kind(id) {
    return this.store.brief(id).kind;
  }

  sign(kind) {
    return sign(this.looks[kind].shape, this.looks[kind].colour);
  }

  facts(facts, mentions) {
    const { attributes, eventTypes, statuses } = this.store.words;
    const rows = [];
    const add = (name, value) => rows.push(el("dt", null, name), el("dd", null, value));
    const { date_start: start, date_end: end, date_text: text, first_seen: first, last_seen: last, ...others } = facts;
    if (start) add("日期", `${start}${end && end !== start ? ` 至 ${end}` : ""}${text ? `（${text}）` : ""}`);
    for (const [name, value] of Object.entries(others)) {
      const shown = name === "event_type" ? eventTypes[value] : name === "status" ? statuses[value] : amount(name, value);
      add(attributes[name] || name, shown || String(value));
    }
    if (first) add("见报", first === last ? first : `${first} 至 ${last}`);
    if (mentions) add("提及", `${mentions} 处`);
    return rows.length > 0 && el("dl", null, ...rows);
  }
}

function amount(name, value) {
  if (name === "investment_cny" && value >= 1e8) return `${+(value / 1e8).toFixed(4)} 亿元`;
  if (name === "investment_cny" && value >= 1e4) return `${+(value / 1e4).toFixed(4)} 万元`;
  if (value === true) return "是";
  if (value === false) return "否";
  if (Array.isArray(value)) return value.join("、");
  return typeof value === "number" ? value.toLocaleString("zh-CN") : String(value);
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

function byText(a, b) {
  return (a || "9") < (b || "9") ? -1 : (a || "9") > (b || "9") ? 1 : 0;
}
