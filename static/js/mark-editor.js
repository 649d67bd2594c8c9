/* Marks drawn on an image. The lines of its textarea are the marks: they are read here, and rewritten one by one. */
"use strict";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NO_PICTURE = "Once the image is saved and ready, its picture appears here to draw on.";
const HOW = {
  rectangle: "Drag from one corner to the opposite one. Escape cancels.",
  polygon: "Click each corner. A double click or Enter closes the polygon; Escape cancels.",
};

class MarkEditor extends HTMLElement {
  connectedCallback() {
    if (this.svg) return; // its row was moved
    this.lines = this.parentElement.querySelector("textarea.marks");
    this.row = this.closest(".inline-related");
    this.picked = this.corner = -1;
    this.build();
    this.lines.addEventListener("input", () => this.draw());
    this.row.addEventListener("image-shown", () => this.draw());
    this.draw();
  }

  build() {
    this.svg = made("svg", { role: "group", "aria-label": "The picture, with its marks" });
    this.tools = html("p", "mark-tools");
    this.text = this.field("What is marked");
    this.author = this.field("Who marked it (empty: the editors)");
    this.said = html("p", "mark-said");
    this.said.setAttribute("role", "status");
    this.words = html("p", "mark-words");
    this.words.append(this.text.parentElement, this.author.parentElement);
    this.append(this.tools, this.svg, this.said, this.words);
    this.svg.addEventListener("pointerdown", (event) => this.press(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    this.svg.addEventListener("pointerup", (event) => this.release(event));
    this.svg.addEventListener("pointercancel", () => this.stop());
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("fullscreenchange", () => this.draw());
  }

  /* One of the two last parts of the line that is picked. */
  field(name) {
    const label = html("label");
    const input = html("input", "vTextField");
    input.type = "text";
    label.append(name, input);
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      const parts = [...this.marks[this.picked].parts.slice(0, 3), this.text.value, this.author.value];
      if (!parts[4] && !parts[3].includes(";")) parts.pop();
      else parts[4] ||= "The editors";
      this.rewrite(this.marks[this.picked].line, parts.map((part) => part.trim()).join("; "));
    });
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    return input;
  }

  get image() {
    return this.row.querySelector("image-state img");
  }

  read() {
    this.marks = marksIn(this.lines.value);
    this.picked = Math.min(this.picked, this.marks.length - 1);
  }

  rewrite(line, text) {
    const lines = this.lines.value.split("\n");
    lines.splice(line, 1, ...(text === null ? [] : [text]));
    this.put(lines);
  }

  put(lines) {
    this.lines.value = lines.join("\n");
    this.lines.dispatchEvent(new Event("input", { bubbles: true }));
  }

  add(shape, points) {
    const letter = nextLetter(this.lines.value);
    const before = this.lines.value.trimEnd();
    this.stop();
    this.put([...(before ? before.split("\n") : []), `${letter}; ${shape}; ${written(points)}; `]);
    this.pick(this.marks.length - 1, 0);
    this.say(`${letter} is drawn. Say what is marked.`);
  }

  save(mark) {
    this.rewrite(mark.line, [...mark.parts.slice(0, 2), written(mark.points), ...mark.parts.slice(3)].join("; "));
  }

  pick(index, corner = -1) {
    [this.picked, this.corner] = [index, corner];
    this.draw();
  }

  /* Drawing: a rectangle by one drag, a polygon by its corners. Started by keyboard, a shape to move is put there. */
  start(shape, byKeyboard) {
    const [width, height] = this.size;
    this.stop();
    if (byKeyboard) {
      const [left, top, right, bottom] = [width * 0.4, height * 0.4, width * 0.6, height * 0.6].map(Math.round);
      const points = [[left, top], [right, bottom]];
      this.add(shape, shape === "polygon" ? [...points, [left, bottom]] : points);
      return this.svg.querySelector("[data-corner='0']").focus();
    }
    [this.drawing, this.drawn, this.picked] = [shape, [], -1];
    this.draw();
    this.svg.focus();
    this.say(HOW[shape]);
  }

  stop() {
    this.drawing = this.drawn = this.dragged = null;
    this.draw();
  }

  close() {
    if (this.drawing !== "polygon") return;
    if (this.drawn.length < 3) return this.say("A polygon has three corners or more.");
    this.add("polygon", this.drawn);
    this.text.focus();
  }

  press(event) {
    const point = this.at(event);
    const { corner, mark } = event.target.dataset;
    if (!this.drawing && corner === undefined) return mark && this.pick(Number(mark));
    this.svg.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (this.drawing === "rectangle") this.drawn = [point, point];
    else if (this.drawing && this.isSecond(event)) return this.close();
    else if (this.drawing) this.drawn.push(point);
    else [this.dragged, this.corner] = [true, Number(corner)];
    this.draw();
  }

  /* Of a double click or tap: the picture is drawn anew in between, so that browsers report none. */
  isSecond(event) {
    const { timeStamp, clientX, clientY } = this.last ?? { timeStamp: -Infinity };
    this.last = event;
    return event.timeStamp - timeStamp < 500 && Math.hypot(event.clientX - clientX, event.clientY - clientY) < 8;
  }

  move(event) {
    if (this.dragged) return this.shift(this.at(event));
    if (this.drawing !== "rectangle" || !this.drawn.length) return;
    this.drawn[1] = this.at(event);
    this.draw();
  }

  release() {
    if (this.drawing === "rectangle" && this.drawn.length) {
      const [[left, top], [right, bottom]] = this.drawn;
      this.drawn = left === right || top === bottom ? [] : this.drawn;
      if (!this.drawn.length) return this.say(HOW.rectangle);
      this.add("rectangle", this.drawn);
      this.text.focus();
    }
    if (this.dragged) this.tell();
    this.dragged = null;
  }

  /* The corner that is picked goes to a point of the image. */
  shift([x, y]) {
    const mark = this.marks[this.picked];
    const [column, row] = cornersOf(mark)[this.corner].of;
    mark.points[column][0] = x;
    mark.points[row][1] = y;
    this.save(mark);
  }

  tell() {
    const { letter } = this.marks[this.picked];
    this.say(`${letter}, corner ${this.corner + 1}: ${cornersOf(this.marks[this.picked])[this.corner].point}.`);
  }

  key(event) {
    const onCorner = event.target.dataset.corner !== undefined;
    const step = onCorner && STEPS[event.key];
    if (event.key === "Escape" && this.drawing) this.stop();
    else if (event.key === "Enter" && this.drawing && event.target === this.svg) this.close();
    else if (event.key === "Delete" && onCorner) this.remove();
    else if (step) {
      this.corner = Number(event.target.dataset.corner);
      const [x, y] = cornersOf(this.marks[this.picked])[this.corner].point;
      const [across, down] = step.map((one) => one * (event.shiftKey ? 10 : 1));
      this.shift(this.within(x + across, y + down));
      this.tell();
    } else return;
    event.preventDefault();
  }

  remove() {
    const { letter, line } = this.marks[this.picked];
    this.picked = -1;
    this.rewrite(line, null);
    this.say(`${letter} is deleted.`);
    this.tools.querySelector("button").focus();
  }

  addCorner() {
    const mark = this.marks[this.picked];
    const place = Math.max(this.corner, 0);
    const [[x, y], [toX, toY]] = [mark.points[place], mark.points[(place + 1) % mark.points.length]];
    mark.points.splice(place + 1, 0, [Math.round((x + toX) / 2), Math.round((y + toY) / 2)]);
    this.corner = place + 1;
    this.save(mark);
    this.svg.querySelector(`[data-corner='${place + 1}']`).focus();
  }

  get size() {
    return [Number(this.image.dataset.width), Number(this.image.dataset.height)];
  }

  at({ clientX, clientY }) {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return this.within(Math.round(x), Math.round(y));
  }

  within(x, y) {
    const [width, height] = this.size;
    return [Math.min(Math.max(x, 0), width), Math.min(Math.max(y, 0), height)];
  }

  draw() {
    this.read();
    const mark = this.marks[this.picked];
    this.tools.hidden = !this.image;
    this.svg.toggleAttribute("hidden", !this.image);
    this.words.hidden = !this.image || !mark;
    if (!this.image) return this.say(NO_PICTURE);
    if (this.said.textContent === NO_PICTURE) this.say("");
    const onCorner = this.svg.contains(document.activeElement) && document.activeElement !== this.svg;
    this.paint(mark);
    if (onCorner) this.svg.querySelector(`[data-corner='${this.corner}']`)?.focus({ preventScroll: true });
    if (mark) this.fill(mark.parts);
    this.offer(mark);
  }

  paint(mark) {
    const [width, height] = this.size;
    set(this.svg, { viewBox: `0 0 ${width} ${height}`, "font-size": Math.max(width, height) / 20 });
    set(this.svg, { tabindex: this.drawing ? 0 : -1 });
    this.svg.classList.toggle("drawing", Boolean(this.drawing));
    this.svg.replaceChildren(
      made("image", { href: this.image.src, width, height, preserveAspectRatio: "none" }),
      ...this.marks.flatMap((one, index) => outline(one, { "data-mark": index, class: one === mark ? "picked" : "" })),
      ...(this.drawing ? outline({ shape: this.drawing, points: this.drawn, letter: "" }, { class: "picked" }) : []),
      ...(mark ? cornersOf(mark).map(({ point }, corner) => handle(mark, point, corner)) : []),
    );
  }

  fill(parts) {
    const last = Math.max(parts.length - 1, 4);
    const words = new Map([[this.text, parts.slice(3, last).join("; ")], [this.author, parts[last] ?? ""]]);
    for (const [input, value] of words) if (input !== document.activeElement) input.value = value;
  }

  /* The buttons that fit the moment; the focus stays on the button of the same name. */
  offer(mark) {
    const large = document.fullscreenElement === this;
    const wanted = [
      ["Draw a rectangle", (event) => this.start("rectangle", event.detail === 0)],
      ["Draw a polygon", (event) => this.start("polygon", event.detail === 0)],
      this.drawing === "polygon" && ["Close the polygon", () => this.close()],
      this.drawing && ["Cancel", () => this.stop()],
      ...this.marks.map((one, index) => [`Mark ${one.letter}`, () => this.pick(index), one === mark]),
      mark?.shape === "polygon" && ["Add a corner", () => this.addCorner()],
      mark && [`Delete ${mark.letter}`, () => this.remove()],
      large && ["Smaller", () => document.exitFullscreen()],
      !large && document.fullscreenEnabled && ["Larger", () => this.requestFullscreen()],
    ];
    const focused = this.tools.contains(document.activeElement) && document.activeElement.textContent;
    this.tools.replaceChildren(...wanted.filter(Boolean).map(toolOf));
    const buttons = [...this.tools.children];
    if (focused) (buttons.find((button) => button.textContent === focused) ?? buttons[0]).focus();
  }

  say(sentence) {
    if (this.said.textContent !== sentence) this.said.textContent = sentence;
  }
}

function toolOf([name, act, pressed]) {
  const button = html("button", "button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", act);
  if (pressed !== undefined) button.setAttribute("aria-pressed", pressed);
  return button;
}

function html(name, className = "") {
  return Object.assign(document.createElement(name), { className });
}

customElements.define("mark-editor", MarkEditor);

function drawBeside(root) {
  for (const lines of root.querySelectorAll("textarea.marks")) {
    if (lines.closest(".empty-form") || lines.parentElement.querySelector("mark-editor")) continue;
    lines.after(document.createElement("mark-editor"));
  }
}

drawBeside(document);
document.addEventListener("formset:added", (event) => drawBeside(event.target));
