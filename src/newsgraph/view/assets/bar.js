"use strict";
// The bar above the canvas: views, projection, undo, saving, link, language, light and dark.
const GLYPHS = { auto: "◐", light: "☀", dark: "☾" };

class Bar {
  constructor(element, { state, go, saver }) {
    Object.assign(this, { element, state, go, saver });
    this.spoken = null;
    this.said = null;
  }

  render(value) {
    const said = JSON.stringify([value.view, value.projection, value.language, value.theme, this.state.past.length === 0]);
    if (said === this.said) return;
    this.said = said;
    const active = document.activeElement;
    const at = this.element.contains(active) ? active.dataset.act : null;
    this.element.replaceChildren(
      el("div", { class: "tabs", role: "tablist", "aria-label": t("views") }, ...VIEWS.map((view) =>
        el("button", { role: "tab", "aria-selected": String(value.view === view), "data-act": `view ${view}`, onclick: () => this.go.view(view) }, t(`view_${view}`)))),
      el("div", { class: "deeds" },
        el("button", { "aria-pressed": String(value.projection), title: t("projectionHint"), "data-act": "projection", disabled: value.view !== "graph",
          onclick: () => this.state.set({ projection: !value.projection }) }, t("projection")),
        el("button", { "data-act": "undo", disabled: this.state.past.length === 0, onclick: () => this.state.undo() }, t("undo")),
        this.menu(value),
        location.protocol !== "about:" && el("button", { "data-act": "copyLink", title: t("copyLinkHint"), onclick: (event) => this.copyLink(event.target) }, t("copyLink")),
        el("button", { "data-act": "language", onclick: () => this.state.set({ language: value.language === "zh" ? "en" : "zh" }) }, t("language")),
        el("button", { "data-act": "theme", title: `${t("theme")}: ${t(`theme_${value.theme}`)}`, "aria-label": `${t("theme")}: ${t(`theme_${value.theme}`)}`,
          onclick: () => this.state.set({ theme: THEMES[(THEMES.indexOf(value.theme) + 1) % THEMES.length] }) }, GLYPHS[value.theme])));
    if (at) this.element.querySelector(`[data-act="${at}"]`)?.focus();
  }

  // The menu stays while it is open, until it has to speak another language.
  menu({ language }) {
    if (this.spoken !== language) this.saving = this.saver.menu();
    this.spoken = language;
    return this.saving;
  }

  // The address of this view; where the clipboard is closed, the link is shown to be copied by hand.
  async copyLink(button) {
    const link = location.href.split("#")[0] + this.state.toHash();
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = t("copied");
      this.said = null;
    } catch {
      window.prompt(t("copyLinkHint"), link);
    }
  }
}
