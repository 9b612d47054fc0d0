// Forms of tasks: rows that grow, portions decided by keys, spans taken from selected words.
// Without this script everything can be done by hand; the controls it brings are hidden till then.
(function () {
  "use strict";
  const form = document.getElementById("task-form");
  const summary = document.getElementById("summary");
  if (summary) {
    summary.focus();
  }
  if (!form) {
    return;
  }
  const status = document.getElementById("status");
  const portions = Array.from(form.querySelectorAll("[data-portion]"));
  const shown = window.CSS && CSS.highlights && window.Highlight ? new Highlight() : null;
  if (shown) {
    CSS.highlights.set("withheld-here", shown);
  }

  form.querySelectorAll("[data-add-row], [data-take-selection]").forEach(function (button) {
    button.hidden = false;
  });

  // The number of the row is the one that stands last but one in the names of its fields.
  function renumber(row, number) {
    function changed(text) {
      return text.replace(/([/-])\d+([/-][a-zA-Z]+)$/, "$1" + number + "$2");
    }
    row.id = row.id.replace(/\d+$/, String(number));
    row.querySelectorAll("[name], [id], [for]").forEach(function (element) {
      ["name", "id", "for"].forEach(function (attribute) {
        const text = element.getAttribute(attribute);
        if (text) {
          element.setAttribute(attribute, changed(text));
        }
      });
    });
  }

  function addRow(rows) {
    const all = rows.querySelectorAll("[data-row]");
    const row = all[all.length - 1].cloneNode(true);
    row.querySelectorAll(".field-finding").forEach(function (finding) {
      finding.remove();
    });
    renumber(row, all.length);
    row.querySelectorAll("input, select").forEach(function (field) {
      field.value = "";
    });
    rows.append(row);
    return row;
  }

  function rowsBeside(button) {
    return button.parentElement.querySelector("[data-rows]");
  }

  form.addEventListener("click", function (event) {
    const adding = event.target.closest("[data-add-row]");
    if (adding) {
      addRow(rowsBeside(adding)).querySelector("input, select").focus();
    }
    const taking = event.target.closest("[data-take-selection]");
    if (taking) {
      take(taking.closest("[data-portion]"));
    }
  });

  // Places count code points, not the units in which a browser measures strings.
  function points(text) {
    return Array.from(text).length;
  }

  function take(portion) {
    const words = portion.querySelector("[data-words]");
    const selection = window.getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) {
      status.textContent = "Select words in the text first.";
      return;
    }
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) {
      status.textContent = "Select words inside this portion.";
      return;
    }
    const before = range.cloneRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const from = points(before.toString());
    const rows = portion.querySelector("[data-rows]");
    let row = Array.from(rows.querySelectorAll("[data-row]")).find(function (each) {
      return each.querySelector("[data-from]").value === "" && each.querySelector("[data-to]").value === "";
    });
    row = row || addRow(rows);
    row.querySelector("[data-from]").value = from;
    row.querySelector("[data-to]").value = from + points(range.toString());
    row.querySelector("select").focus();
    status.textContent = "Withheld from " + from + " to " + row.querySelector("[data-to]").value + ".";
    selection.removeAllRanges();
    draw();
  }

  // Shows in the text what the fields say is withheld.
  function draw() {
    if (!shown) {
      return;
    }
    shown.clear();
    portions.forEach(function (portion) {
      const words = portion.querySelector("[data-words]");
      const text = words.firstChild;
      const choice = portion.querySelector("input[type=radio]:checked");
      if (!text || !choice || choice.value !== "PART") {
        return;
      }
      const letters = Array.from(text.data);
      portion.querySelectorAll("[data-row]").forEach(function (row) {
        const from = Number.parseInt(row.querySelector("[data-from]").value, 10);
        const to = Number.parseInt(row.querySelector("[data-to]").value, 10);
        if (from >= 0 && to > from && to <= letters.length) {
          const range = new Range();
          range.setStart(text, letters.slice(0, from).join("").length);
          range.setEnd(text, letters.slice(0, to).join("").length);
          shown.add(range);
        }
      });
    });
  }
  form.addEventListener("input", draw);
  draw();

  if (portions.length === 0) {
    return;
  }

  form.querySelector("[data-keys]").hidden = false;
  const rest = form.querySelector("[data-release-rest]");
  rest.hidden = false;
  rest.addEventListener("click", function () {
    portions.forEach(function (portion) {
      if (!portion.querySelector("input[type=radio]:checked")) {
        portion.querySelector("input[value=RELEASE]").checked = true;
      }
    });
    status.textContent = "Every undecided portion is released.";
    draw();
  });

  let current = -1;
  function go(to) {
    if (to < 0 || to >= portions.length) {
      return;
    }
    if (current >= 0) {
      portions[current].classList.remove("is-current");
    }
    current = to;
    portions[current].classList.add("is-current");
    portions[current].focus();
    portions[current].scrollIntoView({ block: "nearest" });
  }

  function decide(value) {
    if (current < 0) {
      return;
    }
    const radio = portions[current].querySelector("input[value=" + value + "]");
    radio.checked = true;
    status.textContent = portions[current].id + ": " + radio.parentElement.textContent.trim();
    draw();
    if (value === "RELEASE") {
      go(current + 1);
    }
  }

  document.addEventListener("keydown", function (event) {
    const at = event.target;
    const typing = at.closest("textarea, select") || (at.tagName === "INPUT" && at.type !== "radio");
    if (typing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    switch (event.key) {
      case "j":
        go(current + 1);
        break;
      case "k":
        go(current - 1);
        break;
      case "r":
        decide("RELEASE");
        break;
      case "w":
        decide("WITHHOLD");
        break;
      case "p":
        decide("PART");
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  form.addEventListener("focusin", function (event) {
    const portion = event.target.closest("[data-portion]");
    if (portion && portions.indexOf(portion) !== current) {
      if (current >= 0) {
        portions[current].classList.remove("is-current");
      }
      current = portions.indexOf(portion);
      portion.classList.add("is-current");
    }
  });
})();
