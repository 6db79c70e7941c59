"use strict";
// What a reader can do, as changes of the state.
class Moves {
  // `spotOf(id)` tells where a node lies on the canvas. `target` is the node that the camera should go to with the next picture.
  constructor(store, state, spotOf) {
    Object.assign(this, { store, state, spotOf });
    this.target = null;
  }

  home() {
    const { selection, path } = this.state.value;
    if (selection.length || path) this.state.set({ selection: [], path: null, focus: 0 });
  }

  // Selects a node; one that is not on the canvas is brought in with its best connected neighbours. `approach`: the camera goes there.
  async node(id, approach = false) {
    const { working, hidden, filter } = this.state.value;
    const onCanvas = working.includes(id) && !hidden.includes(id);
    const added = onCanvas ? [] : [id, ...(await this.store.neighbours(id, filter)).slice(0, NEIGHBOURS)];
    if (approach || !onCanvas) this.target = id;
    this.state.set({ selection: [id], path: null, ...this.bring(added) });
  }

  link(a, b) {
    this.state.set({ selection: [a, b], path: null, focus: 0, ...this.bring([a, b]) });
  }

  // The parts of the state that put `ids` on the canvas, the first of them even when it is full.
  bring(ids) {
    const { working, hidden } = this.state.value;
    const shown = new Set(working);
    const come = ids.filter((id) => !shown.has(id)).slice(0, Math.max(MOST_WORKING - working.length, 1));
    const back = new Set(ids);
    return { working: come.length ? [...working, ...come] : working, hidden: hidden.some((id) => back.has(id)) ? hidden.filter((id) => !back.has(id)) : hidden };
  }

  // Shows a selected node with all within 0, 1 or 2 steps, the rest faded; what is missing comes, the nearest first.
  async focus(hops) {
    const { selection, filter } = this.state.value;
    if (selection.length === 0) return;
    const near = hops ? [...(await this.store.within(selection, hops, filter))].slice(0, FOCUS_MOST) : [];
    this.state.set({ focus: hops, path: null, ...this.bring(near) });
  }

  async expand(id) {
    this.state.set(this.bring([id, ...(await this.store.neighbours(id, this.state.value.filter)).slice(0, FOCUS_MOST)]));
  }

  // Hides the neighbours of a node, but not what is selected or pinned.
  async foldIn(id) {
    const { hidden, selection, pinned, working } = this.state.value;
    const kept = new Set([...selection, ...Object.keys(pinned).map(Number), ...hidden]);
    const shown = new Set(working);
    const gone = (await this.store.neighbours(id)).filter((other) => shown.has(other) && !kept.has(other));
    this.state.set({ hidden: [...hidden, ...gone] });
  }

  hide(id) {
    const { hidden, selection } = this.state.value;
    this.state.set({ hidden: [...hidden, id], selection: selection.filter((other) => other !== id), focus: 0 });
  }

  pin(id) {
    const { [id]: pinned, ...others } = this.state.value.pinned;
    this.state.set({ pinned: pinned ? others : { ...others, [id]: this.spotOf(id) } });
  }

  // The way between two nodes; `b` null while it is not chosen yet.
  path(a, b) {
    this.state.set({ path: [a, b], selection: [], focus: 0, ...this.bring([a, b].filter((id) => id !== null)) });
  }

  view(view) {
    if (view !== this.state.value.view) this.state.set({ view });
  }
}
