// Checks Cypher scripts with Neo4j's own grammar and semantic analysis, and prints what it says of each as JSON.
//   node lint_cypher.js load.cypher ...
const fs = require("fs");
const { lintCypherQuery } = require("@neo4j-cypher/language-support");

const scripts = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
process.stdout.write(JSON.stringify(scripts.map((script) => lintCypherQuery(script, {}).diagnostics)));
