// Reads GEXF and GraphML files with graphology and prints all of them as one JSON list.
//   node read_graph.js graph.gexf graph.graphml ...
const fs = require("fs");
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("");
for (const name of ["DOMParser", "Document", "XMLSerializer"]) globalThis[name] = window[name];

const { MultiDirectedGraph } = require("graphology");
const readers = {
  gexf: require("graphology-gexf/browser").parse,
  graphml: require("graphology-graphml/browser").parse,
};

const graphs = process.argv.slice(2).map((path) => {
  const parse = readers[path.split(".").pop()];
  return parse(MultiDirectedGraph, fs.readFileSync(path, "utf8"), { allowUndeclaredAttributes: false }).export();
});
process.stdout.write(JSON.stringify(graphs));
