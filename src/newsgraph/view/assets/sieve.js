"use strict";
// What a filter leaves. A node passes by its kind, an event also by type and days and, if it has participants, by a role
// of one of them. Where events, roles or days are limited, others pass with what ties them to time: people, bodies, places
// and projects with an event that passes; the holder, the office and its body with a tenure of those days, of which, if
// events or roles are limited, the holder must have passed.
class Sieve {
  constructor(store) {
    this.store = store;
    this.known = [];
    const { links, nodes } = store;
    const first = store.linkFact("first_seen");
    const last = store.linkFact("last_seen");
    this.tenureStarts = store.linkFact("since").map((since, i) => firstDay(since || first[i]));
    this.tenureEnds = store.tenureEnds().map((until, i) => lastDay(until || last[i]));
    const ids = nodes.kind.map((_, id) => id);
    this.events = ids.filter((id) => nodes.kind[id] === "Event");
    const of = (relation) => links.relation.map((_, i) => i).filter((i) => links.relation[i] === relation);
    this.tenures = of("HOLDS_OFFICE");
    this.seats = of("OFFICE_OF");
    this.participations = of("PARTICIPATES");
    this.settings = [...of("HELD_IN"), ...of("CONCERNS")];
    this.isTimed = Uint8Array.from(links.relation, (relation) => (relation === "HOLDS_OFFICE" || OF_EVENTS.has(relation) ? 1 : 0));
    this.isEvent = Uint8Array.from(nodes.kind, (kind) => (kind === "Event" ? 1 : 0));
  }

  // {nodes, links}: 1 for each that passes. The last answers are kept: one move of the page asks for them several times.
  sift(filter) {
    let answer = this.known.find((one) => sameFilter(one.filter, filter));
    if (!answer) this.known = [(answer = { filter, passed: this.run(filter) }), ...this.known.slice(0, 3)];
    return answer.passed;
  }

  run({ kinds, eventTypes, roles, since, until }) {
    const { nodes, links } = this.store;
    const limited = Boolean(eventTypes || roles || since || until);
    const node = new Uint8Array(nodes.kind.length);
    const link = new Uint8Array(links.relation.length);
    const event = this.passEvents(eventTypes, roles, since, until);
    for (const id of this.events) node[id] = event[id];
    for (const i of this.participations) {
      link[i] = event[links.target[i]] && (!roles || roles.has(links.role[i])) ? 1 : 0;
      if (link[i]) node[links.source[i]] = 1;
    }
    for (const i of this.settings) {
      link[i] = event[links.source[i]];
      if (link[i]) node[links.target[i]] = 1;
    }
    for (const i of this.tenures) {
      link[i] = (!eventTypes && !roles) || node[links.source[i]] ? Number(overlaps(this.tenureStarts[i], this.tenureEnds[i], since, until)) : 0;
    }
    for (const i of this.tenures) if (link[i]) node[links.source[i]] = node[links.target[i]] = 1;
    for (const i of this.seats) if (node[links.source[i]]) node[links.target[i]] = 1;
    for (let id = 0; id < node.length; id += 1) {
      node[id] = (node[id] || (!limited && !this.isEvent[id])) && (!kinds || kinds.has(nodes.kind[id])) ? 1 : 0;
    }
    for (let i = 0; i < link.length; i += 1) {
      link[i] = (link[i] || !this.isTimed[i]) && node[links.source[i]] && node[links.target[i]] ? 1 : 0;
    }
    return { nodes: node, links: link };
  }

  passEvents(types, roles, since, until) {
    const { starts, ends, types: typeOf, links } = this.store;
    const passes = new Uint8Array(typeOf.length);
    for (const id of this.events) passes[id] = Number((!types || types.has(typeOf[id])) && overlaps(starts[id], ends[id], since, until));
    if (!roles) return passes;
    const asked = new Uint8Array(typeOf.length);
    const met = new Uint8Array(typeOf.length);
    for (const i of this.participations) {
      asked[links.target[i]] = 1;
      if (roles.has(links.role[i])) met[links.target[i]] = 1;
    }
    for (const id of this.events) if (asked[id] && !met[id]) passes[id] = 0;
    return passes;
  }
}

// Whether start to end touches since to until; what has no day passes only where days are not limited.
function overlaps(start, end, since, until) {
  if (!since && !until) return true;
  if (!start && !end) return false;
  return (!until || (start || end) <= until) && (!since || (end || start) >= since);
}

function sameFilter(a, b) {
  if (a === b) return true;
  const sameSet = (x, y) => x === y || Boolean(x && y && x.size === y.size && [...x].every((item) => y.has(item)));
  return ["kinds", "eventTypes", "roles"].every((name) => sameSet(a[name], b[name])) && a.since === b.since && a.until === b.until;
}
