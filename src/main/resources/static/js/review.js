// Forms of tasks: rows that grow, portions decided by keys, spans taken from selected words.
// Without this script everything can be done by hand; the controls it brings are hidden till then.
(function () {
  "use strict";
  const KEYS = "glasnost.single-keys";
  const summary = document.getElementById("summary");
  if (summary) {
    summary.focus();
  }
  document.addEventListener("glasnost:form", function (event) {
    if (event.detail.id === "task-form") {
      begin(event.detail);
    }
  });

  function begin(form) {
  const status = document.getElementById("status");
  const portions = Array.from(form.querySelectorAll("[data-portion]"));
  const shown = window.CSS && CSS.highlights && window.Highlight ? new Highlight() : null;
  if (shown) {
    CSS.highlights.set("withheld-here", shown);
  }

  form.querySelectorAll("[data-add-row], [data-take-selection]").forEach(function (button) {
    button.hidden = false;
  });

  // A basis is told in full beside the list, whose entries are cut; a statute is asked for its citation.
  function say(select) {
    const around = select.parentElement;
    const says = around.querySelector("[data-basis-says]");
    const chosen = select.selectedOptions[0];
    says.hidden = select.value === "" || select.value === "STATUTE";
    says.textContent = chosen ? chosen.textContent : "";
    around.querySelector("[data-cite]").hidden = select.value !== "STATUTE";
  }
  form.querySelectorAll("[data-basis]").forEach(say);
  form.addEventListener("change", function (event) {
    if (event.target.matches("[data-basis]")) {
      say(event.target);
    }
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
    row.querySelectorAll("[data-basis]").forEach(say);
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

  const keys = form.querySelector("[data-keys]");
  const keysOn = keys.querySelector("[data-keys-on]");
  keys.hidden = false;
  keysOn.checked = window.localStorage.getItem(KEYS) !== "off";
  keys.classList.toggle("is-off", !keysOn.checked);
  keysOn.addEventListener("change", function () {
    window.localStorage.setItem(KEYS, keysOn.checked ? "on" : "off");
    keys.classList.toggle("is-off", !keysOn.checked);
  });

  const undecided = form.querySelector("[data-undecided]");
  const elsewhere = Number(undecided.dataset.elsewhere) - open().length;
  function open() {
    return portions.filter(function (portion) { return !portion.querySelector("input[type=radio]:checked"); });
  }
  function count() {
    undecided.textContent = String(elsewhere + open().length);
  }
  form.addEventListener("change", count);

  const rest = form.querySelector("[data-release-rest]");
  rest.addEventListener("click", function (event) {
    if (rest.dataset.whole !== "true") {
      return; // the server knows the other sheets
    }
    event.preventDefault();
    open().forEach(function (portion) {
      portion.querySelector("input[value=RELEASE]").checked = true;
    });
    changed("Every undecided portion is released.");
  });

  function changed(words) {
    status.textContent = words;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    count();
  }

  const wanted = portions.find(function (portion) { return "#" + portion.id === window.location.hash; });
  let current = -1;
  function go(to) {
    if (to < 0 || to >= portions.length) {
      return;
    }
    mark(to);
    portions[to].focus();
    portions[to].scrollIntoView({ block: "nearest" });
  }

  function mark(to) {
    if (current >= 0) {
      portions[current].classList.remove("is-current");
    }
    current = to;
    portions[to].classList.add("is-current");
  }

  function decide(value) {
    const radio = portions[current].querySelector("input[value=" + value + "]");
    radio.checked = true;
    changed(portions[current].id + ": " + radio.parentElement.textContent.trim());
    if (value === "RELEASE") {
      go(current + 1);
    } else if (value === "PART" && !window.getSelection().isCollapsed) {
      take(portions[current]);
    }
  }

  // The ninth basis at most: withheld by one key, on what ground by the next.
  function choose(number) {
    const basis = portions[current].querySelector(".when-withheld [data-basis]");
    if (portions[current].querySelector("input[value=WITHHOLD]").checked && number < basis.options.length) {
      basis.selectedIndex = number;
      say(basis);
      changed(portions[current].id + ": " + basis.selectedOptions[0].textContent);
      go(current + 1);
    }
  }

  // Single keys act only while the focus is in a portion, never while somebody types, and not at all where they
  // are switched off (WCAG 2.1.4). The one that begins, j, acts while the focus is nowhere.
  document.addEventListener("keydown", function (event) {
    const at = event.target;
    const typing = at.closest("textarea, select") || (at.tagName === "INPUT" && at.type !== "radio");
    const begins = at === document.body && event.key === "j";
    if (!form.isConnected || !keysOn.checked || typing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (!begins && !(current >= 0 && form.contains(at) && at.closest("[data-portion]"))) {
      return;
    }
    switch (event.key) {
      case "j":
        go(begins && current < 0 ? portions.indexOf(wanted || open()[0] || portions[0]) : current + 1);
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
        if (!/^[1-9]$/.test(event.key)) {
          return;
        }
        choose(Number(event.key));
    }
    event.preventDefault();
  });

  portions.forEach(function (portion) {
    portion.addEventListener("click", function (event) {
      // A press on the words makes the portion the current one, so that keys act on it.
      if (!event.target.closest("input, select, button, label, a") && window.getSelection().isCollapsed) {
        portion.focus({ preventScroll: true });
      }
    });
  });

  form.addEventListener("focusin", function (event) {
    const portion = event.target.closest("[data-portion]");
    if (portion && portions.indexOf(portion) !== current) {
      mark(portions.indexOf(portion));
    }
  });
  }
})();
