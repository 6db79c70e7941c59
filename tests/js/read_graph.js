// Reads a GEXF or GraphML file with graphology and prints all of it as JSON.
//   node read_graph.js graph.gexf
const fs = require("fs");
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("");
for (const name of ["DOMParser", "Document", "XMLSerializer"]) globalThis[name] = window[name];

const { MultiDirectedGraph } = require("graphology");
const path = process.argv[2];
const reader = path.endsWith(".gexf") ? "graphology-gexf/browser" : "graphology-graphml/browser";
const { parse } = require(reader);

const graph = parse(MultiDirectedGraph, fs.readFileSync(path, "utf8"), { allowUndeclaredAttributes: false });
process.stdout.write(JSON.stringify(graph.export()));
