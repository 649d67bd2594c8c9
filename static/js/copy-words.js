// <copy-words>: two buttons that copy what stands in the text below them, and the address alone.
class CopyWords extends HTMLElement {
  connectedCallback() {
    const words = this.querySelector("textarea");
    const tools = document.createElement("p");
    tools.className = "buttons";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    for (const [name, text] of [["Copy words and link", words.value], ["Copy link", this.dataset.link]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(text);
          said.textContent = "Copied.";
        } catch {
          words.closest("details").open = true;
          words.select();
          said.textContent = "Your browser does not let pages copy. Copy the marked text yourself.";
        }
      });
      tools.append(button);
    }
    tools.append(said);
    this.prepend(tools);
  }
}
customElements.define("copy-words", CopyWords);
