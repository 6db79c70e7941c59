"use strict";
// The page asks everything of a store, and waits for the answer: today the data block in the file,
// tomorrow a server over an archive. Nodes are numbers.
class Store {
  constructor(facts) {
    this.facts = facts;
    this.words = facts.words;
    this.linksOf = facts.nodes.map(() => []);
    facts.links.forEach((link, i) => {
      this.linksOf[link[0]].push(i);
      if (link[1] !== link[0]) this.linksOf[link[1]].push(i);
    });
    this.keys = facts.nodes.map((node) => [node.label, ...node.aliases].join("\n").toLowerCase());
  }

  brief(id) {
    const { kind, label } = this.facts.nodes[id];
    return { id, kind, label, degree: this.neighbourIds(id).size };
  }

  neighbourIds(id) {
    const ids = new Set();
    for (const i of this.linksOf[id]) {
      const [source, target] = this.facts.links[i];
      ids.add(source === id ? target : source);
    }
    return ids;
  }

  countKinds() {
    const counts = {};
    for (const node of this.facts.nodes) counts[node.kind] = (counts[node.kind] || 0) + 1;
    return counts;
  }

  async overview() {
    const { nodes, sources } = this.facts;
    const ids = nodes.map((_, id) => id);
    const events = ids.filter((id) => nodes[id].kind === "Event").map((id) => this.event(id));
    events.sort((a, b) => (a.start || "9") < (b.start || "9") ? -1 : (a.start || "9") > (b.start || "9") ? 1 : a.id - b.id);
    const people = ids.filter((id) => nodes[id].kind === "Person").map((id) => this.brief(id));
    people.sort((a, b) => b.degree - a.degree || a.id - b.id);
    return { sources, counts: this.countKinds(), events, people };
  }

  event(id) {
    const { label, facts } = this.facts.nodes[id];
    return { id, kind: "Event", label, start: facts.date_start, type: facts.event_type, status: facts.status };
  }

  // Nodes whose name or alias holds the query; names that begin with it first, then the better connected.
  async search(query, limit) {
    const key = query.trim().toLowerCase();
    if (!key) return [];
    const found = [];
    this.keys.forEach((text, id) => {
      if (text.includes(key)) found.push({ ...this.brief(id), first: text.startsWith(key) });
    });
    found.sort((a, b) => b.first - a.first || b.degree - a.degree || a.id - b.id);
    return found.slice(0, limit);
  }

  async neighbours(id, limit) {
    const ids = [...this.neighbourIds(id)].map((other) => this.brief(other));
    return ids.sort((a, b) => b.degree - a.degree || a.id - b.id).slice(0, limit).map((node) => node.id);
  }

  async node(id) {
    return { id, ...this.facts.nodes[id], links: this.linksOf[id].map((i) => this.link(i, id)) };
  }

  async between(a, b) {
    const links = this.linksOf[a].filter((i) => {
      const [source, target] = this.facts.links[i];
      return (source === a && target === b) || (source === b && target === a);
    });
    return links.map((i) => this.link(i, a));
  }

  // `other` is the link's other end, seen from the node `from`.
  link(i, from) {
    const [source, target, relation, role, order, facts, evidence] = this.facts.links[i];
    const out = source === from;
    return { source, target, relation, role, order, facts, evidence, out, other: out ? target : source };
  }

  // Sentences, each once, with all its marked stretches in code points.
  async evidence(numbers) {
    const quotes = new Map();
    for (const number of numbers) {
      const [text, article, start, end] = this.facts.evidence[number];
      const key = `${text} ${article}`;
      if (!quotes.has(key)) quotes.set(key, { text: this.facts.texts[text], article: this.article(article), marks: [] });
      quotes.get(key).marks.push([start, end]);
    }
    return [...quotes.values()];
  }

  article(number) {
    if (number === null) return { title: "报头", date: null, paper: null };
    const { title, date, source } = this.facts.articles[number];
    return { title, date, paper: this.facts.sources[source]?.paper };
  }
}
