/* Several image files at once, dropped on the images of an exhibit or chosen together: each goes to a row of its own. */
"use strict";

const DATED = /(?<!\d)(19|20)\d\d([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;

class DropImages extends HTMLElement {
  connectedCallback() {
    this.group = this.closest(".inline-group");
    this.endings = this.uploads[0].accept.split(",");
    this.chooser = Object.assign(document.createElement("input"), {
      type: "file",
      multiple: true,
      hidden: true,
      accept: this.endings.join(),
    });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Choose image files…";
    this.said = document.createElement("div");
    this.said.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = "Several at once, or drop them anywhere on the images.";
    this.append(button, this.chooser, words, this.said);
    button.addEventListener("click", () => this.chooser.click());
    this.chooser.addEventListener("input", (event) => event.stopPropagation());
    this.chooser.addEventListener("change", (event) => {
      event.stopPropagation();
      this.take([...this.chooser.files]);
      this.chooser.value = "";
    });
    this.watch();
  }

  get uploads() {
    return [...this.group.querySelectorAll("input[type=file][name$='-upload']")];
  }

  /* A file that misses the images must not replace the page, and what was typed in it. */
  watch() {
    const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    const isOwn = (event) => event.target.matches?.("input[type=file]");
    document.addEventListener("dragover", (event) => {
      const inside = this.group.contains(event.target);
      this.group.classList.toggle("dropping", hasFiles(event) && inside && !isOwn(event));
      if (!hasFiles(event) || isOwn(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = inside ? "copy" : "none";
    });
    document.addEventListener("dragleave", (event) => event.relatedTarget || this.group.classList.remove("dropping"));
    document.addEventListener("drop", (event) => {
      this.group.classList.remove("dropping");
      if (!hasFiles(event) || isOwn(event)) return;
      event.preventDefault();
      if (this.group.contains(event.target)) this.take([...event.dataTransfer.files]);
    });
  }

  take(files) {
    const known = files.filter((file) => this.endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
    const others = files.filter((file) => !known.includes(file));
    const lines = byDate(known).map((file) => this.place(file));
    if (others.length) {
      const kinds = [...new Set(this.endings.map((ending) => ending.slice(1)))].join(", ");
      const names = others.map((file) => `“${file.name}”`).join(", ");
      lines.push(`Not taken: ${names}. An image file's name ends in one of these: ${kinds}.`);
    }
    this.said.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }

  /* Into the first row that has no file yet, else into a new one; returns where it went, in words. */
  place(file) {
    const input = this.empty() ?? this.added();
    if (!input) return `“${file.name}” has no row. An exhibit takes no more images.`;
    const carried = new DataTransfer();
    carried.items.add(file);
    input.files = carried.files;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const label = input.closest(".inline-related").querySelector("input[name$='-label']").value;
    return `“${file.name}” is the file of “${label}”.`;
  }

  empty() {
    return this.uploads.find((input) => {
      const row = input.closest(".inline-related");
      const kept = row.querySelector("input[name$='-received']")?.value;
      return !row.matches(".has_original, .empty-form") && !input.files.length && !kept;
    });
  }

  added() {
    this.group.querySelector(".add-row a")?.click();
    return this.empty();
  }
}

/* The earlier image first, where every name has a date; else as they came. */
function byDate(files) {
  const dates = new Map(files.map((file) => [file, file.name.match(DATED)?.[0].replace(/\D/g, "")]));
  return [...dates.values()].every(Boolean) ? [...files].sort((one, other) => dates.get(one) - dates.get(other)) : files;
}

customElements.define("drop-images", DropImages);

if (document.querySelector("#captures-group input[type=file][name$='-upload']")) {
  document.querySelector("#captures-heading").after(document.createElement("drop-images"));
}
