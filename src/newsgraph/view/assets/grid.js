"use strict";
// Boxes by the square they lie in, so that what touches a box is found without asking all. A box is {id, x, y, w, h}: its
// middle and half its sides.
class Grid {
  constructor(side) {
    this.side = side;
    this.cells = new Map();
  }

  add(box) {
    this.visit(box, (key) => {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
      return false;
    });
  }

  // How many boxes of other ids it touches, counted up to `most`.
  count(box, most = Infinity) {
    const found = new Set();
    this.visit(box, (key) => {
      for (const other of this.cells.get(key) || []) if (touch(box, other)) found.add(other);
      return found.size >= most;
    });
    return found.size;
  }

  visit({ x, y, w, h }, see) {
    const [right, bottom] = [Math.floor((x + w) / this.side), Math.floor((y + h) / this.side)];
    for (let column = Math.floor((x - w) / this.side); column <= right; column += 1) {
      for (let row = Math.floor((y - h) / this.side); row <= bottom; row += 1) if (see(column * 65_536 + row)) return;
    }
  }
}

function touch(a, b) {
  return a.id !== b.id && Math.abs(a.x - b.x) < a.w + b.w && Math.abs(a.y - b.y) < a.h + b.h;
}
