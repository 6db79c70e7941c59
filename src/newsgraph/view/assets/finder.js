"use strict";
// Search as one types: by name, alias, post, pinyin and initials.
// Where a match stands among the others: an exact one half a step before; of those by sound people come first, who are
// the ones one knows by their initials.
const TIERS = { name: 0, alias: 2, sound: 3, inName: 5, inAlias: 6, inSound: 7, post: 9 };
const NOT_A_PERSON = 1;

class Finder {
  constructor(store) {
    this.store = store;
    this.names = null;
  }

  // Folds all names, once; the page does it in its first idle moment.
  prepare() {
    const { label, aliases } = this.store.nodes;
    this.names ??= label.map((name, id) => [fold(name), ...(aliases[id] || []).map(fold)]);
  }

  // The first `limit` as {id, why}: what begins with the query before what holds it, names before aliases, then the better connected.
  search(query, limit) {
    const found = this.match(query);
    const { degrees, nodes } = this.store;
    found.sort((a, b) => a.tier - b.tier || degrees[b.id] - degrees[a.id] || nodes.mentions[b.id] - nodes.mentions[a.id] || a.id - b.id);
    return found.slice(0, limit);
  }

  match(query) {
    this.prepare();
    const key = fold(query.trim());
    if (!key) return [];
    const sound = soundPattern(key);
    const found = new Map();
    for (let id = 0; id < this.names.length; id += 1) {
      const hit = this.matchName(id, key) || (sound && this.matchSound(id, sound));
      if (hit) found.set(id, { id, ...hit });
    }
    this.addHolders(found);
    return [...found.values()];
  }

  matchName(id, key) {
    const names = this.names[id];
    let inside = null;
    for (let k = 0; k < names.length; k += 1) {
      const at = names[k].indexOf(key);
      if (at < 0) continue;
      const why = k === 0 ? null : this.store.nodes.aliases[id][k - 1];
      if (at === 0) return { tier: (k === 0 ? TIERS.name : TIERS.alias) + (names[k].length === key.length ? -0.5 : 0), why };
      inside ??= { tier: k === 0 ? TIERS.inName : TIERS.inAlias, why };
    }
    return inside;
  }

  matchSound(id, pattern) {
    const sounds = this.store.nodes.pinyin[id];
    const hit = pattern.exec(sounds);
    if (!hit) return null;
    const from = sounds.lastIndexOf("|", hit.index) + 1;
    const [why] = sounds.slice(hit[0][0] === "|" ? hit.index + 1 : from).split("|");
    const tier = hit.index === 0 || hit[0][0] === "|" ? TIERS.sound : TIERS.inSound;
    return { tier: tier + (this.store.nodes.kind[id] === "Person" ? 0 : NOT_A_PERSON), why };
  }

  // Who holds an office that was found is found by it.
  addHolders(found) {
    const { links, nodes } = this.store;
    for (const { id, tier } of [...found.values()]) {
      if (nodes.kind[id] !== "Office" || tier >= TIERS.sound) continue;
      for (const i of this.store.linksOf(id)) {
        const person = links.source[i];
        if (links.relation[i] === "HOLDS_OFFICE" && !found.has(person)) found.set(person, { id: person, tier: TIERS.post, why: nodes.label[id] });
      }
    }
  }
}

function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

// Letters that begin syllables one after another: qgw, qinguow and qin guo wen all find "qin guo wen"; from a name's first
// syllable or a later one. Null for what no syllable is written with.
function soundPattern(key) {
  const letters = key.replace(/[\s']+/g, "").replace(/ü/g, "v");
  if (!/^[a-z0-9]+$/.test(letters)) return null;
  return new RegExp(`(?:^|[ |])${[...letters].join("(?:[a-z0-9]* )?")}`);
}
