"use strict";
// The page asks everything of a store, and waits for the answer: today the data block in the file, tomorrow a server
// over an archive. Nodes are numbers; `keyOf` and `idOf` give and take the graph's own ids, which outlive a rebuild.
//
// A filter is {kinds, eventTypes, roles, since, until}: sets of names and days (YYYY-MM-DD), null for no limit.
const NO_FILTER = Object.freeze({ kinds: null, eventTypes: null, roles: null, since: null, until: null });
const OF_EVENTS = new Set(["PARTICIPATES", "HELD_IN", "CONCERNS"]);

class Store {
  constructor(data) {
    const n = data.nodes.id.length;
    const m = data.links.source.length;
    const { nodes, links } = data;
    this.data = data;
    this.words = data.words;
    this.shown = data.shown;
    this.size = n;
    this.nodes = { ...nodes, kind: unpack(nodes.kind, n), aliases: unpack(nodes.aliases, n), told: unpack(nodes.told, n), facts: unpackAll(nodes.facts, n) };
    this.links = {
      ...links,
      relation: unpack(links.relation, m),
      role: unpack(links.role, m),
      order: unpack(links.order, m),
      facts: unpackAll(links.facts, m),
    };
    this.factColumns = new Map(this.nodes.facts);
    this.linkFactColumns = new Map(this.links.facts);
    this.tieTogether();
    this.starts = this.fact("date_start").map(firstDay);
    this.ends = this.fact("date_end").map((end, id) => lastDay(end) || lastDay(this.fact("date_start")[id]));
    this.types = this.fact("event_type");
    this.apart = new Set(data.apart);
    this.sieve = new Sieve(this);
    this.finder = new Finder(this);
  }

  // Lists each node's links one after the other, and counts its neighbours.
  tieTogether() {
    const { source, target } = this.links;
    const ends = new Int32Array(this.size + 1);
    for (let i = 0; i < source.length; i += 1) {
      ends[source[i]] += 1;
      if (target[i] !== source[i]) ends[target[i]] += 1;
    }
    let at = 0;
    for (let id = 0; id <= this.size; id += 1) at = ends[id] += at;
    this.first = ends;
    this.incident = new Int32Array(at);
    for (let i = source.length - 1; i >= 0; i -= 1) {
      this.incident[--ends[source[i]]] = i;
      if (target[i] !== source[i]) this.incident[--ends[target[i]]] = i;
    }
    const seen = new Int32Array(this.size).fill(-1);
    this.degrees = new Int32Array(this.size);
    for (let id = 0; id < this.size; id += 1) {
      for (const i of this.linksOf(id)) {
        const other = this.otherEnd(i, id);
        if (other !== id && seen[other] !== id) {
          seen[other] = id;
          this.degrees[id] += 1;
        }
      }
    }
  }

  // The column of an attribute; of one that nothing has, a column of nulls.
  fact(name) {
    if (!this.factColumns.has(name)) this.factColumns.set(name, new Array(this.size).fill(null));
    return this.factColumns.get(name);
  }

  linkFact(name) {
    if (!this.linkFactColumns.has(name)) this.linkFactColumns.set(name, new Array(this.links.source.length).fill(null));
    return this.linkFactColumns.get(name);
  }

  // Until when each link's tenure is known to have lasted: its end, or of a former one without an end its begin.
  tenureEnds() {
    const [since, former] = [this.linkFact("since"), this.linkFact("former")];
    return this.linkFact("until").map((until, i) => until || (former[i] && since[i]) || null);
  }

  linksOf(id) {
    return this.incident.subarray(this.first[id], this.first[id + 1]);
  }

  otherEnd(i, id) {
    return this.links.source[i] === id ? this.links.target[i] : this.links.source[i];
  }

  keyOf(id) {
    return this.nodes.id[id];
  }

  idOf(key) {
    this.numbers ??= new Map(this.nodes.id.map((own, id) => [own, id]));
    return this.numbers.get(key);
  }

  // {sources, counts: {kind: n}, eventTypes: {type: n}, roles: {role: n}, days: [first, last]}, the days null if no event has one.
  async overview() {
    this.summary ??= this.summarise();
    return this.summary;
  }

  summarise() {
    const days = [...this.starts, ...this.ends].filter(Boolean).sort();
    return {
      sources: this.data.sources,
      counts: tally(this.nodes.kind),
      eventTypes: tally(this.types),
      roles: tally(this.links.role),
      days: [days[0] ?? null, days[days.length - 1] ?? null],
    };
  }

  // {id, kind, label, aliases, degree, mentions, post, start, end, type, status, size, x, y}; start to status are an event's.
  async brief(ids) {
    return ids.map((id) => this.about(id));
  }

  about(id) {
    const { kind, label, aliases, mentions, size, x, y } = this.nodes;
    return {
      id,
      kind: kind[id],
      label: label[id],
      aliases: aliases[id] || [],
      degree: this.degrees[id],
      mentions: mentions[id],
      post: this.fact("post")[id],
      start: this.fact("date_start")[id],
      end: this.fact("date_end")[id],
      type: this.types[id],
      status: this.fact("status")[id],
      size: size[id],
      x: x[id],
      y: y[id],
    };
  }

  // [{id, kind, label, why}]: `why` is the alias, the reading or the post that matched, of several people of one name what
  // each holds, else null.
  async search(query, limit) {
    const { kind, label } = this.nodes;
    const found = this.finder.search(query, limit);
    const counts = new Map();
    for (const { id } of found) counts.set(label[id], (counts.get(label[id]) || 0) + 1);
    const office = (id) => label[this.targetsOf(id, "HOLDS_OFFICE")[0]] ?? null;
    return found.map(({ id, why }) => ({ id, kind: kind[id], label: label[id], why: why ?? (counts.get(label[id]) > 1 ? office(id) : null) }));
  }

  // What `brief` tells, with {facts, links}, and as `told` the figures with the evidence that gives them.
  async node(id) {
    const told = (this.nodes.told[id] || []).map((fact) => ({ ...fact, evidence: [fact.evidence].flat() }));
    return { ...this.about(id), facts: valuesAt(this.nodes.facts, id), told, links: [...this.linksOf(id)].map((i) => this.link(i, id)) };
  }

  // `other` is the link's other end seen from `from`, `out` whether it leads there.
  link(i, from) {
    const { source, target, relation, role, order, evidence, facts } = this.links;
    const event = OF_EVENTS.has(relation[i]) ? (relation[i] === "PARTICIPATES" ? target[i] : source[i]) : null;
    const days = event === null ? {} : { date_start: this.fact("date_start")[event], date_end: this.fact("date_end")[event] };
    return {
      source: source[i],
      target: target[i],
      other: this.otherEnd(i, from),
      out: source[i] === from,
      relation: relation[i],
      role: role[i],
      order: order[i],
      facts: { ...days, ...valuesAt(facts, i) },
      evidence: [evidence[i]].flat(),
    };
  }

  async between(a, b) {
    return [...this.linksOf(a)].filter((i) => this.otherEnd(i, a) === b).map((i) => this.link(i, a));
  }

  // The neighbours that a filter leaves, best connected first.
  async neighbours(id, filter = NO_FILTER) {
    const passes = this.sieve.sift(filter).links;
    const ids = new Set([...this.linksOf(id)].filter((i) => passes[i]).map((i) => this.otherEnd(i, id)));
    ids.delete(id);
    return [...ids].sort((a, b) => this.degrees[b] - this.degrees[a] || a - b);
  }

  // `ids` and all nodes up to `hops` links away, over links that a filter leaves.
  async within(ids, hops, filter = NO_FILTER) {
    const passes = this.sieve.sift(filter).links;
    const reached = new Set(ids);
    let border = [...ids];
    for (let hop = 0; hop < hops; hop += 1) {
      const next = [];
      for (const id of border) {
        for (const i of this.linksOf(id)) {
          const other = this.otherEnd(i, id);
          if (passes[i] && !reached.has(other)) {
            reached.add(other);
            next.push(other);
          }
        }
      }
      border = next;
    }
    return reached;
  }

  // A shortest path as [{id, links}], the links being those that lead to this node; null if there is none. Of several the
  // one over less connected nodes: that two people met says more than that both are of one province.
  async path(a, b, filter = NO_FILTER) {
    const passes = this.sieve.sift(filter).links;
    const before = new Map([[a, null]]);
    let border = [a];
    while (border.length && !before.has(b)) {
      border.sort((x, y) => this.degrees[x] - this.degrees[y] || x - y);
      const next = [];
      for (const id of border) {
        for (const i of this.linksOf(id)) {
          const other = this.otherEnd(i, id);
          if (passes[i] && !before.has(other)) {
            before.set(other, id);
            next.push(other);
          }
        }
      }
      border = next;
    }
    if (!before.has(b)) return null;
    const ids = [];
    for (let id = b; id !== null; id = before.get(id)) ids.unshift(id);
    return ids.map((id, k) => ({
      id,
      links: k === 0 ? [] : [...this.linksOf(ids[k - 1])].filter((i) => passes[i] && this.otherEnd(i, ids[k - 1]) === id).map((i) => this.link(i, ids[k - 1])),
    }));
  }

  // One line for each pair among `ids` that a link joins which a filter leaves: {from, to, relations}, from < to.
  async lines(ids, filter = NO_FILTER) {
    const passes = this.sieve.sift(filter).links;
    const among = new Set(ids);
    const lines = new Map();
    for (const id of ids) {
      for (const i of this.linksOf(id)) {
        const other = this.otherEnd(i, id);
        if (id >= other || !passes[i] || !among.has(other)) continue;
        const key = id * this.size + other;
        if (!lines.has(key)) lines.set(key, { from: id, to: other, relations: [] });
        const { relations } = lines.get(key);
        if (!relations.includes(this.links.relation[i])) relations.push(this.links.relation[i]);
      }
    }
    return [...lines.values()];
  }

  // The nodes that pass: see sieve.js.
  async matching(filter) {
    const passes = this.sieve.sift(filter).nodes;
    const ids = new Set();
    for (let id = 0; id < this.size; id += 1) if (passes[id]) ids.add(id);
    return ids;
  }

  // Those of `ids` that pass, in their order.
  async passing(ids, filter) {
    const passes = this.sieve.sift(filter).nodes;
    return ids.filter((id) => passes[id]);
  }

  // Events that pass by first day, in at most `bins` equal parts of the time between the first and the last.
  async histogram(filter, bins) {
    const days = this.passingEvents(filter).map((id) => this.starts[id]).filter(Boolean).sort();
    if (days.length === 0) return [];
    const parts = timeBins(days[0], days[days.length - 1], bins);
    let at = 0;
    for (const day of days) {
      while (day > parts[at].end) at += 1;
      parts[at].count += 1;
    }
    return parts;
  }

  passingEvents(filter) {
    const passes = this.sieve.sift(filter).nodes;
    const ids = [];
    for (let id = 0; id < this.size; id += 1) if (passes[id] && this.nodes.kind[id] === "Event") ids.push(id);
    return ids;
  }

  // Events in order of time, those without a day last: what `brief` tells, with {place, projects: [ids], participants: [{id, role, order}]}.
  async events(filter = NO_FILTER, ids = null) {
    const passes = this.sieve.sift(filter).links;
    const wanted = ids && new Set(ids);
    const events = this.passingEvents(filter).map((id) => {
      const event = { ...this.about(id), place: null, projects: [], participants: [] };
      for (const i of this.linksOf(id)) {
        const { relation, role, order } = this.links;
        if (relation[i] === "HELD_IN") event.place = this.otherEnd(i, id);
        if (relation[i] === "CONCERNS") event.projects.push(this.otherEnd(i, id));
        if (relation[i] === "PARTICIPATES" && passes[i]) event.participants.push({ id: this.otherEnd(i, id), role: role[i], order: order[i] });
      }
      return event;
    });
    const told = wanted ? events.filter(({ id }) => wanted.has(id) || [...this.linksOf(id)].some((i) => wanted.has(this.otherEnd(i, id)))) : events;
    return told.sort((a, b) => byText(this.starts[a.id], this.starts[b.id]) || a.id - b.id);
  }

  // Who held which office when, by body, office and time; `ids` (people, offices, bodies) or null for all.
  async tenures(filter = NO_FILTER, ids = null) {
    const passes = this.sieve.sift(filter).links;
    const wanted = ids && new Set(ids);
    const since = this.linkFact("since");
    const until = this.linkFact("until");
    const ends = this.tenureEnds();
    const first = this.linkFact("first_seen");
    const last = this.linkFact("last_seen");
    const rows = [];
    this.links.relation.forEach((relation, i) => {
      if (relation !== "HOLDS_OFFICE" || !passes[i]) return;
      const person = this.links.source[i];
      const office = this.links.target[i];
      const organization = this.targetsOf(office, "OFFICE_OF")[0] ?? null;
      if (wanted && ![person, office, organization].some((id) => wanted.has(id))) return;
      rows.push({ office, organization, person, since: since[i], until: until[i], end: ends[i], first: first[i], last: last[i], evidence: [this.links.evidence[i]].flat() });
    });
    const start = (row) => row.since || row.first;
    return rows.sort((a, b) => (a.organization ?? 1e9) - (b.organization ?? 1e9) || a.office - b.office || byText(start(a), start(b)) || a.person - b.person);
  }

  // Nodes that `id` has `relation` to, and that have it to `id`; each once.
  targetsOf(id, relation) {
    return [...new Set([...this.linksOf(id)].filter((i) => this.links.relation[i] === relation && this.links.source[i] === id).map((i) => this.links.target[i]))];
  }

  sourcesOf(id, relation) {
    return [...new Set([...this.linksOf(id)].filter((i) => this.links.relation[i] === relation && this.links.target[i] === id).map((i) => this.links.source[i]))];
  }

  // Whether an event brings those together who take part: an appointment or a message does not.
  gathers(event) {
    return !this.apart.has(this.types[event]);
  }

  // Pairs of people (a < b) who were at the same events: {a, b, weight, events, rank}. `rank` is the mean difference of their
  // places in the printed lists they shared a role in, null if there is none; heaviest first.
  async together(filter = NO_FILTER, ids = null) {
    const passes = this.sieve.sift(filter).links;
    const wanted = ids && new Set(ids);
    const pairs = new Map();
    for (const event of this.passingEvents({ ...filter, kinds: null })) {
      if (!this.gathers(event)) continue;
      const people = new Map();
      for (const i of this.linksOf(event)) {
        const id = this.links.source[i];
        if (this.links.relation[i] !== "PARTICIPATES" || !passes[i] || this.nodes.kind[id] !== "Person" || (wanted && !wanted.has(id))) continue;
        if (!people.has(id)) people.set(id, new Map());
        people.get(id).set(this.links.role[i], this.links.order[i]);
      }
      const present = [...people.keys()].sort((a, b) => a - b);
      for (let k = 0; k < present.length; k += 1) {
        for (let l = k + 1; l < present.length; l += 1) this.addMeeting(pairs, event, present[k], present[l], people);
      }
    }
    const met = [...pairs.values()].map(({ a, b, events, distance, ordered }) => ({ a, b, weight: events.length, events, rank: ordered ? distance / ordered : null }));
    return met.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  }

  addMeeting(pairs, event, a, b, people) {
    const key = a * this.size + b;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { a, b, events: [], distance: 0, ordered: 0 }));
    pair.events.push(event);
    const distance = rankDistance(people.get(a), people.get(b));
    if (distance === null) return;
    pair.distance += distance;
    pair.ordered += 1;
  }

  // The table of everything: see rows.js.
  async rows(kind, options = {}) {
    return tableRows(this, kind, options);
  }

  // Sentences, each once, with all its marked stretches in code points; the masthead is an article without a title.
  async evidence(numbers) {
    const quotes = new Map();
    for (const number of numbers) {
      const [text, article, start, end] = this.data.evidence[number];
      const key = `${text} ${article}`;
      if (!quotes.has(key)) quotes.set(key, { text: this.data.texts[text], article: this.article(article), marks: [] });
      quotes.get(key).marks.push([start, end]);
    }
    return [...quotes.values()];
  }

  article(number) {
    if (number === null) return { title: null, date: null, paper: null };
    const [source, title, date] = this.data.articles[number];
    return { title, date, paper: this.data.sources[source]?.paper ?? null };
  }
}

function tally(values) {
  const counts = {};
  for (const value of values) if (value !== null) counts[value] = (counts[value] || 0) + 1;
  return counts;
}

function byText(a, b) {
  const [x, y] = [a || "~", b || "~"];
  return x < y ? -1 : x > y ? 1 : 0;
}

// How far apart two stood in a printed list: the least over the roles that both had, null if none gives a place.
function rankDistance(a, b) {
  let least = null;
  for (const [role, order] of a) {
    const other = b.get(role) ?? null;
    if (order === null || other === null) continue;
    const distance = Math.abs(order - other);
    if (least === null || distance < least) least = distance;
  }
  return least;
}
