"use strict";
// A scene as SVG: shapes are shapes, text is text, and everything from the graph is escaped.
function svgText(scene) {
  const { width, height, paper } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="${escapeXml(FONT)}" stroke-linejoin="round">`,
    `<title>${svgWords(scene.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    '<g stroke-linecap="round">',
    ...scene.lines.map(({ x1, y1, x2, y2, colour, width: thick, opacity }) =>
      `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${tenth(thick)}" stroke-opacity="${opacity}"/>`),
    "</g>",
    ...scene.nodes.map(svgNode),
    '<g text-anchor="middle" dominant-baseline="central" stroke-width="3.5" paint-order="stroke">',
    ...scene.labels.map(svgLabel),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function svgNode({ shape, x, y, size, colour, border, ring, title }) {
  const scale = shapeScale(size);
  const words = title === undefined ? "" : `<title>${svgWords(title)}</title>`;
  const round = ring ? `<circle cx="${x}" cy="${y}" r="${tenth(size + 4)}" fill="none" stroke="${ring.colour}" stroke-width="${ring.width}"/>` : "";
  const place = `translate(${x} ${y}) scale(${scale.toFixed(3)}) translate(${-SHAPE_BOX / 2} ${-SHAPE_BOX / 2})`;
  const paint = `fill="${colour}" stroke="${border}" stroke-width="${(1.5 / scale).toFixed(2)}"`;
  const path = `<path d="${SHAPES[shape] || SHAPES.dot}" transform="${place}" ${paint}/>`;
  return `<g>${words}${path}${round}</g>`;
}

function svgLabel({ text, x, y, size, bold, colour, halo }) {
  const font = `font-size="${size}"${bold ? ' font-weight="600"' : ""}`;
  return `<text x="${tenth(x)}" y="${tenth(y)}" ${font} fill="${colour}" stroke="${halo}">${svgWords(text)}</text>`;
}

function svgWords(text) {
  return escapeXml(cleanText(text));
}
