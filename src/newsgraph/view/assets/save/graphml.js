"use strict";
// GraphML as Gephi, igraph, Cytoscape and networkx read it; text in it is escaped by hand and nothing else.
function graphmlText({ nodes, edges, nodeColumns, edgeColumns }) {
  const merged = mergeEdges(edges);
  const nodeKeys = graphmlKeys("node", nodes, nodeColumns, ["id"]);
  const edgeKeys = graphmlKeys("edge", merged, edgeColumns, ["id", "source", "target", "source_label", "target_label"]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...nodeKeys, ...edgeKeys].map(({ id, scope, name, type }) =>
      ` <key id="${id}" for="${scope}" attr.name="${escapeXml(name)}" attr.type="${type}"/>`),
    ' <graph id="newsgraph" edgedefault="directed">',
    ...nodes.map((row) => `  <node id="${escapeXml(row.id)}">${graphmlData(row, nodeKeys)}</node>`),
    ...merged.map((row) =>
      `  <edge id="${escapeXml(row.id)}" source="${escapeXml(row.source)}" target="${escapeXml(row.target)}">${graphmlData(row, edgeKeys)}</edge>`),
    " </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

// The columns that hold anything. Gephi takes the ids d3 and d7 for labels: so ids are not numbers alone.
function graphmlKeys(scope, rows, columns, skip) {
  const filled = columns.filter((name) => !skip.includes(name) && rows.some((row) => isFilled(row[name])));
  return filled.map((name, i) => ({ id: `${scope}-${i}`, scope, name, type: columnType(rows.map((row) => row[name]).filter(isFilled)) }));
}

function columnType(values) {
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every(Number.isInteger)) return "long";
  return values.every((value) => typeof value === "number") ? "double" : "string";
}

function graphmlData(row, keys) {
  const text = (value) => escapeXml(Array.isArray(value) ? value.join(JOINT) : String(value));
  return keys.filter(({ name }) => isFilled(row[name])).map(({ id, name }) => `<data key="${id}">${text(row[name])}</data>`).join("");
}

function isFilled(value) {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

// For text and for attributes; line breaks of an attribute would come back as spaces.
function escapeXml(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;" };
  return text.replace(/[&<>"\n\t]/g, (letter) => names[letter]);
}
