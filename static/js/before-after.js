/* Two images of one place, one over the other, and a slider that says how much of each is seen. */
"use strict";

class BeforeAfter extends HTMLElement {
  connectedCallback() {
    this.figures = [...this.querySelectorAll("figure")];
    this.range = this.querySelector("input[type=range]");
    this.controls = this.querySelector(".controls");
    if (this.figures.length < 2 || this.querySelectorAll("img").length < this.figures.length) return;
    this.controls.hidden = false;
    this.range.addEventListener("input", () => this.show(this.range.value));
    this.controls.addEventListener("click", ({ target }) => {
      if (target.value === "pair") this.dataset.view = "pair";
      else if (target.matches("button")) this.show(target.value);
      this.press();
    });
    const pair = this.querySelector(".pair");
    pair.addEventListener("dragstart", (event) => event.preventDefault());
    pair.addEventListener("pointermove", ({ buttons, clientX }) => {
      if (!buttons || this.dataset.view === "pair") return;
      const { left, width } = pair.getBoundingClientRect();
      this.show(Math.round(Math.min(1, Math.max(0, (clientX - left) / width)) * 100));
    });
    this.compare(0, this.figures.length - 1);
  }

  compare(one, other) {
    this.pair = [this.figures[one], this.figures[other]];
    for (const figure of this.figures) {
      figure.hidden = !this.pair.includes(figure);
      figure.classList.toggle("first", figure === this.pair[0]);
      figure.classList.toggle("second", figure === this.pair[1]);
    }
    const [before, , after] = this.controls.querySelectorAll("button");
    before.textContent = this.pair[0].dataset.label;
    after.textContent = this.pair[1].dataset.label;
    this.show(50);
  }

  show(share) {
    this.dataset.view = "slider";
    this.range.value = share;
    this.style.setProperty("--at", `${share}%`);
    const [one, other] = this.pair.map((figure) => figure.dataset.date);
    this.range.setAttribute("aria-valuetext", `${share}% ${one}, ${100 - share}% ${other}`);
    this.press();
  }

  press() {
    const now = this.dataset.view === "pair" ? "pair" : this.range.value;
    for (const button of this.controls.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", button.value === now);
    }
  }
}

customElements.define("before-after", BeforeAfter);
