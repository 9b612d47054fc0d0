// Draws the diagrams of a document's course, what it has passed and where it waits.
(function () {
  "use strict";

  async function draw(place) {
    if (place.dataset.drawn) {
      return;
    }
    place.dataset.drawn = "true";
    const answer = await fetch(place.dataset.diagram, { headers: { Accept: "application/xml" } });
    if (!answer.ok) {
      place.textContent = "The diagram cannot be shown now.";
      return;
    }
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    function mark(ids, marker) {
      (ids || "").split(" ").forEach(function (id) {
        if (id && elements.get(id)) {
          canvas.addMarker(id, marker);
        }
      });
    }
    mark(place.dataset.passed, "is-passed");
    mark(place.dataset.current, "is-current");
    canvas.zoom(canvas.zoom("fit-viewport", "auto") * 0.94, "auto");
    place.dataset.ready = "true";
  }

  document.querySelectorAll(".passage").forEach(function (passage) {
    const place = passage.querySelector("[data-diagram]");
    if (passage.open) {
      draw(place);
    }
    passage.addEventListener("toggle", function () {
      if (passage.open) {
        draw(place);
      }
    });
  });
})();
