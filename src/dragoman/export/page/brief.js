"use strict";
// Lights up a record and its words together. Without it the page still reads: coloured words link to their records.
(() => {
  const lit = new Set();
  let held = null;

  const light = (element, name) => {
    element.classList.add(name);
    lit.add(element);
  };

  const clear = () => {
    for (const element of lit) element.classList.remove("on", "near");
    lit.clear();
  };

  const show = (source) => {
    clear();
    if (!source) return;
    const ids = source.dataset.r.split(" ");
    const page = source.closest(".document");
    for (const element of page.querySelectorAll("[data-r]")) {
      if (element.dataset.r.split(" ").some((id) => ids.includes(id))) light(element, "on");
    }
    if (!source.dataset.reach) return;
    const [start, end] = source.dataset.reach.split(" ").map(Number);
    for (const word of page.querySelectorAll(".w")) {
      const at = Number(word.dataset.s);
      if (start <= at && at < end) light(word, "near");
    }
  };

  // Scrolls only the pane or page that hides the target, and only as far as needed.
  const reveal = (source) => {
    const page = source.closest(".document");
    const other = source.closest(".text") ? ".records" : ".text";
    const target = page.querySelector(`${other} .on`);
    if (target) target.scrollIntoView({ block: "nearest", behavior: "auto" });
  };

  const source = (event) => (event.target instanceof Element ? event.target.closest("[data-r]") : null);

  document.addEventListener("pointerover", (event) => {
    if (!held) show(source(event));
  });
  document.addEventListener("focusin", (event) => {
    if (source(event)) {
      held = null;
      show(source(event));
    }
  });
  document.addEventListener("click", (event) => {
    held = source(event);
    show(held);
    if (!held) return;
    if (held.matches("a.w")) event.preventDefault();
    reveal(held);
  });
  document.addEventListener("keydown", (event) => {
    const at = source(event);
    if (event.key === "Escape") {
      held = null;
      clear();
    } else if (event.key === "Enter" && at && !at.matches("a.w")) {
      held = at;
      show(at);
      reveal(at);
    }
  });
})();
