/* A closer look: the images side by side, moving in step; the view stands in the address. */
"use strict";

class DeepZoom extends HTMLElement {
  connectedCallback() {
    this.opener = this.querySelector(".opener");
    this.region = this.querySelector("section");
    this.panes = this.querySelector(".panes");
    this.viewers = [];
    if (!this.figures.length) return;
    this.opener.hidden = false;
    this.opener.addEventListener("click", () => (this.viewers.length ? this.close() : this.open()));
    this.region.addEventListener("click", ({ target }) => target.name && this[target.name]());
    this.region.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    addEventListener("load", () => this.restore());
    addEventListener("hashchange", () => this.restore());
  }

  get figures() {
    return [...document.querySelectorAll(".viewer figure")].filter((figure) => !figure.hidden && figure.dataset.zoom);
  }

  /* An element of this name keeps OpenSeadragon from adding a style of its own, which would hide the focus. */
  load() {
    const style = document.createElementNS(null, "style");
    style.setAttribute("data-openseadragon-mobile-css", "");
    if (!this.loading) document.head.append(style);
    return (this.loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: this.dataset.script, integrity: this.dataset.integrity, onload: resolve, onerror: reject });
      document.head.append(script);
    }));
  }

  /* #zoom=x,y,zoom and, where there are more than two images, the two that are compared. */
  restore() {
    const [, words] = location.hash.match(/^#zoom=([\d.,-]+)$/) ?? [];
    const [x, y, zoom, one, other] = (words ?? "").split(",").map(Number);
    if (!(zoom > 0 && Number.isFinite(x + y))) return;
    const strip = document.querySelector("capture-strip");
    if (strip && document.getElementById(`image-${other}`)) strip.choose(one - 1, other - 1);
    this.open({ x, y, zoom });
  }

  async open(place) {
    this.region.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    try {
      await this.load();
    } catch {
      this.loading = null;
      this.querySelector("[role=status]").textContent = "The closer look could not be loaded. Close it and try again.";
      return;
    }
    if (!this.viewers.length) {
      const figures = this.figures.slice(0, 2);
      this.panes.append(...figures.map(() => document.createElement("div")));
      this.viewers = figures.map((figure, number) => this.look(figure, this.panes.children[number]));
    }
    this.lead = this.viewers[0];
    this.place = place;
    for (const viewer of this.viewers) this.put(viewer);
    if (!place) this.region.querySelector("button").focus({ preventScroll: true });
    this.region.scrollIntoView();
  }

  look(figure, element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const url = figure.dataset.zoom;
    const viewer = OpenSeadragon({
      element,
      tileSources: url.endsWith("info.json") ? url : { type: "image", url },
      drawer: "canvas",
      showNavigationControl: false,
      animationTime: calm ? 0 : 0.6,
      immediateRender: calm,
      maxZoomPixelRatio: 4,
    });
    viewer.canvas.setAttribute("role", "application");
    viewer.canvas.setAttribute("aria-label", `${figure.dataset.label}, ${figure.dataset.date}: ${figure.querySelector("img").alt}`);
    for (const name of ["enter", "press", "scroll", "key", "focus"]) {
      viewer.addHandler(`canvas-${name}`, () => (this.lead = viewer));
    }
    viewer.addHandler("open", () => this.put(viewer));
    viewer.addHandler("viewport-change", () => viewer === this.lead && this.follow());
    viewer.addHandler("animation-finish", () => viewer === this.lead && this.quote());
    return viewer;
  }

  put({ viewport, world }) {
    if (!this.place || !world.getItemCount()) return;
    viewport.zoomTo(this.place.zoom, null, true);
    viewport.panTo(new OpenSeadragon.Point(this.place.x, this.place.y), true);
  }

  follow() {
    const { viewport } = this.lead;
    for (const other of this.viewers) {
      if (other === this.lead || !other.world.getItemCount()) continue;
      other.viewport.zoomTo(viewport.getZoom(true), null, true);
      other.viewport.panTo(viewport.getCenter(true), true);
    }
  }

  quote() {
    const { x, y } = this.lead.viewport.getCenter();
    const place = [x, y, this.lead.viewport.getZoom()].map((number) => Number(number.toFixed(4)));
    const chosen = document.querySelector("capture-strip")?.selects.map((select) => Number(select.value) + 1) ?? [];
    history.replaceState(null, "", `#zoom=${[...place, ...chosen]}`);
  }

  nearer() {
    this.lead.viewport.zoomBy(1.5).applyConstraints();
  }

  farther() {
    this.lead.viewport.zoomBy(1 / 1.5).applyConstraints();
  }

  whole() {
    this.lead.viewport.goHome();
  }

  close() {
    for (const viewer of this.viewers) viewer.destroy();
    this.viewers = [];
    this.panes.replaceChildren();
    this.region.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.opener.focus();
    history.replaceState(null, "", location.pathname + location.search);
  }
}

customElements.define("deep-zoom", DeepZoom);
