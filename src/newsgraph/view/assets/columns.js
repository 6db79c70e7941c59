"use strict";
// Columns as payload.py packs them: a list, few texts by number, or the few rows that have a value.
function unpack(column, length) {
  if (Array.isArray(column)) return column;
  if (column.codes) return column.codes.map((code) => (code < 0 ? null : column.of[code]));
  const values = new Array(length).fill(null);
  column.rows.forEach((row, i) => { values[row] = column.values[i]; });
  return values;
}

function unpackAll(columns, length) {
  return Object.entries(columns).map(([name, column]) => [name, unpack(column, length)]);
}

// The values that row has, by name.
function valuesAt(columns, row) {
  const facts = {};
  for (const [name, values] of columns) if (values[row] !== null && values[row] !== undefined) facts[name] = values[row];
  return facts;
}
