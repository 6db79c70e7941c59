"use strict";
// What the interface says: key -> [Chinese, English]. Labels of kinds, types and roles come with the data, in both.
const WORDS = {
  search: ["搜索人名、机构、事件、拼音…", "Search names, posts, pinyin…"],
};
let spoken = 0;
let tables = {};

// Chooses the language ("zh" or "en") and the tables of labels: {table: {name: [Chinese, English]}}.
function speak(language, labels) {
  spoken = language === "en" ? 1 : 0;
  tables = labels;
}

// The text of `key`, with {0}, {1} … replaced.
function t(key, ...values) {
  return WORDS[key][spoken].replace(/\{(\d)\}/g, (_, i) => String(values[i]));
}

// The label of a name of the data; a name without one stands for itself.
function word(table, name) {
  return Object.hasOwn(tables[table], name) ? tables[table][name][spoken] : String(name);
}

// The names that have labels, in the order of legends and lists.
function knownWords(table) {
  return Object.keys(tables[table]);
}

function columnWord(name) {
  const key = `column_${name}`;
  return Object.hasOwn(WORDS, key) ? t(key) : word("attributes", name);
}
