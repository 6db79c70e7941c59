"use strict";
// Time: how many events there were when, a period to choose, and a button that lets it run.
const BINS = 60;
const BEAT = 700;

class Slider {
  constructor(element, { store, state }) {
    Object.assign(this, { element, store, state });
    this.bins = [];
    this.asked = null;
    this.timer = null;
    this.low = this.range("from", 0);
    this.high = this.range("to", 1);
    this.bars = el("div", { class: "histogram", "aria-hidden": "true" });
    this.period = el("output", { class: "when" });
    this.player = el("button", { class: "play", onclick: () => this.play() });
    this.whole = el("button", { class: "whole", onclick: () => this.choose(0, this.bins.length - 1) });
    element.replaceChildren(el("div", { class: "line" }, this.player, this.period, this.whole), el("div", { class: "track" }, this.bars, this.low, this.high));
  }

  range(name, end) {
    return el("input", { type: "range", min: 0, "data-end": name, oninput: () => this.slide(end) });
  }

  async render(value) {
    const asked = Object.freeze({ ...value.filter, since: null, until: null });
    if (!this.asked || !sameFilter(asked, this.asked) || value.language !== this.language) {
      [this.asked, this.language] = [asked, value.language];
      this.build(await this.store.histogram(asked, BINS));
    }
    this.element.hidden = this.bins.length < 2;
    document.body.classList.toggle("timed", !this.element.hidden);
    if (this.bins.length < 2) return;
    const [from, to] = this.chosen(value.filter);
    [this.low.value, this.high.value] = [from, to];
    [...this.bars.children].forEach((bar, i) => bar.classList.toggle("on", i >= from && i <= to));
    const count = this.bins.slice(from, to + 1).reduce((sum, bin) => sum + bin.count, 0);
    this.period.textContent = `${this.bins[from].start} — ${this.bins[to].end} · ${t("events")} ${count.toLocaleString()}`;
    this.player.textContent = this.timer ? "❚❚" : "▶";
    this.player.setAttribute("aria-label", t(this.timer ? "stop" : "play"));
    this.player.title = t(this.timer ? "stop" : "play");
    this.whole.hidden = !value.filter.since && !value.filter.until;
  }

  build(bins) {
    this.bins = bins;
    const most = Math.max(...bins.map((bin) => bin.count), 1);
    this.bars.replaceChildren(...bins.map((bin) => {
      const bar = el("i", { title: `${bin.start} · ${bin.count}` });
      bar.style.setProperty("height", `${bin.count ? Math.max((100 * bin.count) / most, 6) : 0}%`);
      return bar;
    }));
    for (const [input, key] of [[this.low, "from"], [this.high, "to"]]) {
      input.max = String(bins.length - 1);
      input.setAttribute("aria-label", t(key));
    }
    this.whole.textContent = t("allTime");
  }

  // The first and the last part of the time chosen.
  chosen({ since, until }) {
    const last = this.bins.length - 1;
    const from = since ? this.bins.findIndex((bin) => bin.end >= since) : 0;
    const to = until ? this.bins.findLastIndex((bin) => bin.start <= until) : last;
    const low = from < 0 ? last : from;
    return [low, Math.max(to < 0 ? 0 : to, low)];
  }

  slide(end) {
    const values = [Number(this.low.value), Number(this.high.value)];
    this.halt();
    if (values[0] > values[1]) values[1 - end] = values[end];
    this.choose(...values, "slide");
  }

  choose(from, to, gesture = null) {
    const last = this.bins.length - 1;
    const since = from > 0 ? this.bins[from].start : null;
    const until = to < last ? this.bins[to].end : null;
    this.state.set({ filter: Object.freeze({ ...this.state.value.filter, since, until }) }, gesture);
  }

  // Lets a period that was chosen move on, or the whole grow from its first part, to the end.
  play() {
    if (this.timer) return this.halt();
    const [from, to] = this.chosen(this.state.value.filter);
    const last = this.bins.length - 1;
    const width = from === 0 && to === last ? null : to - from;
    let at = width === null || to === last ? -1 : to;
    if (width !== null && to === last) at = width - 1;
    this.timer = setInterval(() => {
      at += 1;
      if (at >= last) this.halt();
      this.choose(width === null ? 0 : Math.max(at - width, 0), Math.min(at, last), "play");
    }, BEAT);
    return this.render(this.state.value);
  }

  halt() {
    clearInterval(this.timer);
    this.timer = null;
    if (this.bins.length > 1) this.render(this.state.value);
  }
}
