// Shows process definitions as diagrams. What cannot be shown is said; the file is there all the same.
(function () {
  "use strict";
  document.querySelectorAll("[data-diagram]").forEach(async function (place) {
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
      canvas.zoom("fit-viewport", "auto");
      (place.dataset.marks || "").split(" ").filter(Boolean).forEach(function (element) {
        if (viewer.get("elementRegistry").get(element)) {
          canvas.addMarker(element, "diagram-wrong");
        }
      });
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
            canvas.zoom("fit-viewport", "auto");
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
  });
})();
