// Shows process definitions as diagrams. What cannot be shown is said; the file is there all the same.
(function () {
  "use strict";
  const marks = { wrong: "diagram-wrong", added: "diagram-added", changed: "diagram-changed", removed: "diagram-removed" };

  function ids(text) {
    return (text || "").split(" ").filter(Boolean);
  }

  // A diagram in what is folded has no size; it is drawn once that is opened.
  function whenSeen(place, draw) {
    const folded = place.closest("details:not([open])");
    if (folded) {
      folded.addEventListener("toggle", draw, { once: true });
    } else {
      draw();
    }
  }

  function offerWalks(place, viewer) {
    const buttons = document.querySelectorAll("[data-walk-on='" + place.id + "']");
    let shown = [];
    buttons.forEach(function (button) {
      button.hidden = ids(button.dataset.walk).length === 0;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        const canvas = viewer.get("canvas");
        shown.forEach(function (element) { canvas.removeMarker(element, "diagram-walk"); });
        shown = [];
        const show = button.getAttribute("aria-pressed") === "false";
        buttons.forEach(function (each) { each.setAttribute("aria-pressed", "false"); });
        if (show) {
          shown = ids(button.dataset.walk).filter(function (element) { return viewer.get("elementRegistry").get(element); });
          shown.forEach(function (element) { canvas.addMarker(element, "diagram-walk"); });
          button.setAttribute("aria-pressed", "true");
          place.scrollIntoView({ block: "center" });
        }
      });
    });
  }

  document.querySelectorAll("[data-diagram]").forEach(function (place) {
    whenSeen(place, function () { draw(place); });
  });

  // The whole of it, with a margin: what touches its frame looks cut off.
  function fit(canvas) {
    canvas.zoom(canvas.zoom("fit-viewport", "auto") * 0.94, "auto");
  }

  async function draw(place) {
    const frame = place.closest("figure");
    const says = frame.querySelector("[data-diagram-says]");
    try {
      const answer = await fetch(place.dataset.src, { credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error("status " + answer.status);
      }
      const viewer = new window.BpmnJS({ container: place });
      await viewer.importXML(await answer.text());
      const canvas = viewer.get("canvas");
      fit(canvas);
      Object.keys(marks).forEach(function (mark) {
        ids(place.dataset[mark]).forEach(function (element) {
          if (viewer.get("elementRegistry").get(element)) {
            canvas.addMarker(element, marks[mark]);
          }
        });
      });
      if (place.id) {
        offerWalks(place, viewer);
      }
      // What stands where: the same as in the table beside, so that a reader of screens is told once.
      (place.dataset.counts || "").split(" ").filter(Boolean).forEach(function (each) {
        const count = each.split("=");
        if (viewer.get("elementRegistry").get(count[0])) {
          const badge = document.createElement("span");
          badge.className = count[2] === "0" ? "diagram-count" : "diagram-count diagram-count-failed";
          badge.textContent = count[1];
          badge.setAttribute("aria-hidden", "true");
          viewer.get("overlays").add(count[0], { position: { top: -14, right: 16 }, html: badge });
        }
      });
      frame.querySelectorAll("[data-zoom]").forEach(function (button) {
        button.addEventListener("click", function () {
          if (button.dataset.zoom === "fit") {
            fit(canvas);
          } else {
            viewer.get("zoomScroll").stepZoom(button.dataset.zoom === "in" ? 1 : -1);
          }
        });
      });
      place.dataset.shown = "true";
    } catch (unshown) {
      says.textContent = "This file cannot be shown as a diagram.";
      place.hidden = true;
      frame.querySelectorAll("[data-zoom]").forEach(function (button) { button.hidden = true; });
    }
  }
})();
