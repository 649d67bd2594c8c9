/* The quotes of an import one after another: by buttons or keys, each beside its words in the text. */
"use strict";

const KEYS = { j: "next", k: "previous", a: "accept", e: "edit", x: "refuse" };

class ReviewKeys extends HTMLElement {
  connectedCallback() {
    this.rows = [...document.querySelectorAll(".import-row[id^='quote-']")];
    this.read = this.rows.filter((row) => row.querySelector("input[type=radio]"));
    if (!this.rows.length) return;
    this.at = -1;
    this.hidden = false;
    this.keys = this.querySelector("[type=checkbox]");
    this.said = this.querySelector("[role=status]");
    this.bar = this.querySelector("progress");
    this.addEventListener("click", ({ target }) => target.name && this[target.name]());
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("change", () => this.count());
    document.addEventListener("focusin", ({ target }) => {
      const at = this.rows.findIndex((row) => row.contains(target));
      if (at >= 0 && at !== this.at) this.show(at, false);
    });
    this.count();
  }

  /* A key that somebody types into a field, or holds with another, is theirs. */
  key(event) {
    const { target, key } = event;
    if (key === "Escape" && target.matches("textarea") && this.rows[this.at]?.contains(target)) this.show(this.at);
    const types = target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])") || target.isContentEditable;
    if (types || event.ctrlKey || event.metaKey || event.altKey || !this.keys.checked || !KEYS[key.toLowerCase()]) return;
    event.preventDefault();
    this[KEYS[key.toLowerCase()]]();
  }

  next() {
    this.show(Math.min(this.at + 1, this.rows.length - 1));
  }

  previous() {
    this.show(Math.max(this.at - 1, 0));
  }

  accept() {
    this.decide("accept");
  }

  refuse() {
    this.decide("refuse");
  }

  edit() {
    if (this.at < 0) this.show(0);
    const row = this.rows[this.at];
    if (row.closest("details")) row.closest("details").open = true;
    row.querySelector("textarea").focus();
  }

  decide(answer) {
    if (this.at < 0) return this.show(0);
    const choice = this.rows[this.at].querySelector(`input[type=radio][value="${answer}"]`);
    if (!choice) return answer === "accept" ? this.edit() : this.next(); // a row by hand: its words decide
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    this.next();
  }

  show(at, moves = true) {
    this.rows[this.at]?.removeAttribute("aria-current");
    this.at = at;
    const row = this.rows[at];
    row.setAttribute("aria-current", "true");
    const passage = document.getElementById(row.id.replace("quote", "passage"));
    const pane = passage?.closest(".source-text");
    document.querySelector("mark[aria-current]")?.removeAttribute("aria-current");
    passage?.setAttribute("aria-current", "true");
    if (pane) pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    if (moves) {
      const more = row.closest("details");
      (more ?? row).scrollIntoView({ block: "start" });
      const choice = row.querySelector("input[type=radio]:checked") ?? row.querySelector("input[type=radio]");
      (choice ?? more.querySelector("summary")).focus({ preventScroll: true });
    }
    this.count();
  }

  count() {
    const done = this.read.filter((row) => row.querySelector("input[type=radio]:checked")).length;
    this.bar.max = this.read.length || 1;
    this.bar.value = done;
    const here = this.at < 0 ? "" : `Quote ${this.at + 1}. `;
    this.said.textContent = `${here}${done} of ${this.read.length} decided.`;
  }
}

customElements.define("review-keys", ReviewKeys);
