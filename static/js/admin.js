/* Staff pages: rows put in order by drag or by keyboard, and a warning before unsaved words are left behind. */
"use strict";

class OrderedRows {
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.group = fieldset.closest(".inline-group");
    this.prefix = this.group.id.replace(/-group$/, "");
    this.said = document.createElement("div");
    this.said.className = "visually-hidden";
    this.said.setAttribute("aria-live", "polite");
    fieldset.append(this.said);
    this.rows.forEach((row) => this.equip(row));
    this.sort(byOrder);
    this.group.addEventListener("formset:added", (event) => this.added(event.target));
    document.addEventListener("formset:removed", (event) => this.removed(event.detail.formsetName));
    this.group.addEventListener("change", (event) => event.target.matches("[name$='-order']") && this.sort(byOrder));
  }

  get rows() {
    return [...this.group.querySelectorAll(`[id^="${this.prefix}-"]`)].filter(
      (row) => row.matches("tr.form-row, .inline-related") && /-\d+$/.test(row.id),
    );
  }

  equip(row) {
    const input = orderOf(row);
    const tools = document.createElement("span");
    tools.className = "order-tools";
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.textContent = "⠿";
    grip.title = "Drag to another place";
    grip.addEventListener("pointerdown", (event) => this.drag(event, row));
    const up = button("↑", "Move up");
    up.addEventListener("click", () => this.step(row, -1));
    const down = button("↓", "Move down");
    down.addEventListener("click", () => this.step(row, 1));
    tools.append(grip, up, down);
    const heading = row.querySelector("h3");
    if (heading) heading.append(tools);
    else input.before(tools);
  }

  added(row) {
    if (!orderOf(row) || row.querySelector(".order-tools")) return;
    this.equip(row);
    this.number();
  }

  /* Django numbers the names of the remaining fields anew, by their order in the page: saved rows must stand first. */
  removed(prefix) {
    if (prefix !== this.prefix) return;
    this.sort(byIndex);
    setTimeout(() => this.sort(byOrder));
  }

  sort(rule) {
    const rows = this.rows;
    const sorted = [...rows].sort(rule);
    if (sorted.every((row, place) => row === rows[place])) return;
    const last = rows[rows.length - 1];
    const after = last.nextElementSibling;
    sorted.forEach((row) => unit(row).forEach((part) => last.parentNode.insertBefore(part, after)));
  }

  number() {
    this.rows.forEach((row, place) => (orderOf(row).value = place + 1));
    this.group.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* The neighbour moves, so that the row itself keeps its focus and its pointer. */
  swap(row, by) {
    const rows = this.rows;
    const neighbour = rows[rows.indexOf(row) + by];
    if (!neighbour) return false;
    const anchor = by < 0 ? row.nextElementSibling : unit(row)[0];
    unit(neighbour).forEach((part) => row.parentNode.insertBefore(part, anchor));
    return true;
  }

  step(row, by) {
    if (this.swap(row, by)) this.number();
    this.say(row);
    row.scrollIntoView({ block: "nearest" });
  }

  drag(event, row) {
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    row.classList.add("moving");
    const move = (event) => {
      const { clientY } = event;
      if (clientY < 60) window.scrollBy(0, -12);
      if (clientY > window.innerHeight - 60) window.scrollBy(0, 12);
      const rows = this.rows;
      const place = rows.indexOf(row);
      if (place > 0 && isBefore(event, rows[place - 1], row)) this.swap(row, -1);
      else if (place < rows.length - 1 && isAfter(event, rows[place + 1], row)) this.swap(row, 1);
    };
    const stop = () => {
      grip.removeEventListener("pointermove", move);
      row.classList.remove("moving");
      this.number();
      this.say(row);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", stop, { once: true });
  }

  say(row) {
    const rows = this.rows;
    this.said.textContent = `${nameOf(row)}: place ${rows.indexOf(row) + 1} of ${rows.length}.`;
  }
}

const jQuery = window.django?.jQuery;
const orderOf = (row) => row.querySelector("input[name$='-order']");
const indexOf = (row) => Number(row.id.match(/\d+$/)[0]);
const byIndex = (one, other) => indexOf(one) - indexOf(other);
const byOrder = (one, other) =>
  (Number(orderOf(one).value || Infinity) - Number(orderOf(other).value || Infinity) || 0) || byIndex(one, other);

/* Rows stand below one another, or, on a wide screen, two beside one another. */
const isBefore = ({ clientX, clientY }, other, row) => (beside(other, row) ? clientX < middle(other).x : clientY < middle(other).y);
const isAfter = ({ clientX, clientY }, other, row) => (beside(other, row) ? clientX > middle(other).x : clientY > middle(other).y);
const beside = (one, other) => one.getBoundingClientRect().left !== other.getBoundingClientRect().left;

function middle(row) {
  const { top, left, height, width } = row.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/* Select2 gives its controls no name: they get that of the field they stand for. */
function nameAutocomplete(select) {
  const name = select.labels?.[0]?.textContent.replace(/:\s*$/, "") || select.getAttribute("aria-label");
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  if (!name || !box) return;
  const rendered = box.querySelector(".select2-selection__rendered");
  box.id = `${select.id}-box`;
  box.setAttribute("aria-label", name);
  if (rendered?.id) box.setAttribute("aria-labelledby", `${box.id} ${rendered.id}`);
  if (rendered?.role === "textbox") rendered.setAttribute("aria-label", name);
  box.querySelector(".select2-search__field")?.setAttribute("aria-label", name);
}

function nameAutocompletes(root) {
  root.querySelectorAll("select.select2-hidden-accessible").forEach(nameAutocomplete);
}

/* A row of a table, with the line above it that holds its errors. */
function unit(row) {
  const before = row.previousElementSibling;
  return before?.matches(".row-form-errors") ? [before, row] : [row];
}

function nameOf(row) {
  const place = row.querySelector(".field-name, .field-person select, .field-reference select, .field-label input");
  const words = place?.selectedOptions?.[0]?.text ?? place?.value ?? place?.textContent ?? "";
  return words.trim().slice(0, 80) || "Row";
}

function button(sign, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.title = name;
  made.setAttribute("aria-label", name);
  return made;
}

/* Sent twice, a form would meet its own first half as somebody else's. */
function guard(form) {
  let unsaved = false;
  let sent = false;
  const mark = () => (unsaved = true);
  form.addEventListener("input", mark);
  if (jQuery) jQuery(() => jQuery(form).on("change", mark)); // after Django's own changes while the page loads
  else form.addEventListener("change", mark);
  form.addEventListener("submit", (event) => {
    if (sent) return event.preventDefault();
    sent = true;
    unsaved = false;
    setTimeout(() => (sent = false), 5000);
  });
  window.addEventListener("pageshow", () => (sent = false));
  window.addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
}

/* Ctrl+S, on a Mac Cmd+S. Where saving would publish, it leads to the button and leaves the decision there. */
function saveByKey(form) {
  const save = form.querySelector("[name=_continue]") ?? form.querySelector(".submit-row input[type=submit]");
  if (!save) return;
  const publishes = "publishes" in save.dataset;
  if (!publishes) {
    save.title = `${save.name === "_continue" ? "Saves and goes on editing" : "Saves"}: Ctrl+S, on a Mac ⌘S`;
    save.setAttribute("aria-keyshortcuts", "Control+S Meta+S");
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    if (publishes) save.focus();
    else if (!event.repeat) form.requestSubmit(save);
  });
}

for (const fieldset of document.querySelectorAll("fieldset.ordered")) {
  if (fieldset.querySelector("input[name$='-order']")) new OrderedRows(fieldset);
}
const recordForms = ".change-form #content-main > form[id$='_form'], .import-columns > .import-form";
document.querySelectorAll(`${recordForms}, form.guarded`).forEach(guard);
document.querySelectorAll(recordForms).forEach(saveByKey);
if (jQuery) {
  jQuery(() => nameAutocompletes(document));
  document.addEventListener("formset:added", (event) => nameAutocompletes(event.target));
  jQuery(document).on("select2:open", ({ target }) => {
    const field = document.querySelector(".select2-dropdown .select2-search__field");
    field?.setAttribute("aria-label", target.labels?.[0]?.textContent ?? target.getAttribute("aria-label") ?? "Search");
  });
}
