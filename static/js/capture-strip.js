/* More than two images: which two of them stand in the slider. */
"use strict";

class CaptureStrip extends HTMLElement {
  connectedCallback() {
    this.selects = [...this.querySelectorAll("select")];
    this.slider = this.parentElement.querySelector("before-after");
    this.querySelector(".choose").hidden = false;
    this.addEventListener("change", ({ target }) => {
      const other = this.selects.find((select) => select !== target);
      if (other.value === target.value) other.value = target.value === "0" ? "1" : "0";
      this.choose(...this.selects.map((select) => Number(select.value)));
    });
    this.addEventListener("click", ({ target }) => {
      const number = target.closest("a")?.hash.match(/^#image-(\d+)$/)?.[1];
      if (number && document.getElementById(`image-${number}`).hidden) {
        this.selects[1].value = number - 1;
        this.selects[1].dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }

  choose(one, other) {
    this.selects[0].value = one;
    this.selects[1].value = other;
    this.slider.compare(one, other);
  }
}

customElements.define("capture-strip", CaptureStrip);
