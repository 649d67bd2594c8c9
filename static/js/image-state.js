/* The picture of an image in its form: while it is being prepared, asks how far it is, and shows it once it is there. */
"use strict";

const FIRST = 2000; // milliseconds to the second question; each pause after it is a fifth longer
const LONGEST = 20000;
const ENOUGH = 600000;

class ImageState extends HTMLElement {
  connectedCallback() {
    this.said = document.createElement("p");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    this.after(this.said);
    this.since = Date.now();
    if (!this.querySelector("img, strong")) this.wait(FIRST);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.said.remove();
  }

  wait(pause) {
    if (Date.now() - this.since > ENOUGH) return this.end("It takes unusually long. Reload the page to ask again.");
    this.timer = setTimeout(() => this.ask(pause), pause);
  }

  async ask(pause) {
    let answer;
    try {
      answer = await fetch(this.dataset.url, { redirect: "manual" });
    } catch {
      return this.wait(Math.min(pause * 1.2, LONGEST)); // no network: it may come back
    }
    if (answer.status === 202) return this.wait(Math.min(pause * 1.2, LONGEST));
    if (!answer.ok) return this.end("It is not known how far this image is. Reload the page to see.");
    this.innerHTML = await answer.text();
    const label = this.closest(".inline-related")?.querySelector("input[name$='-label']")?.value || "The image";
    this.said.textContent = `${label}: ${this.querySelector("img") ? "the picture is ready." : this.textContent}`;
    this.dispatchEvent(new Event("image-shown", { bubbles: true }));
  }

  end(sentence) {
    this.textContent = this.said.textContent = sentence;
  }
}

customElements.define("image-state", ImageState);
