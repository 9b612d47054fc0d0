// Sends the forms of a page without leaving it, so that nothing typed or chosen is lost: not when a rule refuses,
// not when the connection is lost. A form works without this script too; then a refusal loses the chosen file.
(function () {
  "use strict";
  const connection = document.getElementById("connection");
  const status = document.getElementById("status");

  let unsaved = false;

  function hook(form) {
    form.addEventListener("submit", function (event) {
      if (event.submitter && event.submitter.hasAttribute("data-leaves")) { // it leads to another page
        return;
      }
      event.preventDefault();
      event.stopPropagation(); // glasnost.js counts presses of forms that leave the page
      if (form.getAttribute("aria-busy") !== "true") {
        send(form, event.submitter);
      }
    });
    if (form.hasAttribute("data-guarded")) {
      form.addEventListener("input", function () { unsaved = true; });
    }
    form.querySelectorAll("[data-enter]").forEach(function (input) {
      input.addEventListener("keydown", function (event) {
        if (event.key === "Enter") {
          event.preventDefault();
          form.requestSubmit(form.querySelector("[data-" + input.dataset.enter + "]"));
        }
      });
    });
    form.querySelectorAll("[data-drop]").forEach(hookDrop);
    form.querySelectorAll("[data-historic]").forEach(hookHistoric);
    document.dispatchEvent(new CustomEvent("glasnost:form", { detail: form }));
  }

  window.addEventListener("beforeunload", function (event) {
    if (unsaved) {
      event.preventDefault();
    }
  });

  async function send(form, button) {
    const tooLarge = overLarge(form, button);
    if (tooLarge) {
      refuse(form, "That file is too large", tooLarge);
      return;
    }
    const fields = button ? new FormData(form, button) : new FormData(form);
    if (button && button.dataset.stays) { // only something is looked up: files need not travel for it
      form.querySelectorAll("input[type='file']").forEach(function (input) { fields.delete(input.name); });
    }
    const words = busy(form, button);
    try {
      const answer = await fetch(button && button.hasAttribute("formaction") ? button.formAction : form.action, {
        method: "POST",
        body: form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields),
        headers: { "X-Sent-By": "page", "Accept": "text/html", "HX-Request": "true" },
        credentials: "same-origin",
      });
      connection.hidden = true;
      if (answer.status === 201) {
        unsaved = false;
        goOn(answer.headers.get("Location"));
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      idle(form, button, words);
      if (answer.status === 401 || page.querySelector("[data-session-over]")) {
        await anew(form);
      } else {
        show(form, page, button);
      }
    } catch (lost) {
      idle(form, button, words);
      connection.hidden = false;
      connection.scrollIntoView({ block: "nearest" });
    }
  }

  function goOn(location) {
    const next = new URL(location, window.location.href);
    const here = next.pathname === window.location.pathname && next.search === window.location.search;
    if (here) { // a mere change of the fragment would not load the page anew
      window.history.replaceState(null, "", next.href);
      window.location.reload();
    } else {
      window.location.assign(next.href);
    }
  }

  // The session is over, or another has begun since this page was opened: a new page brings the new session's token.
  async function anew(form) {
    const answer = await fetch(window.location.href, { headers: { "Accept": "text/html" }, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("meta[name='csrf-token']");
    if (!token) {
      refuse(form, "You are signed out", "Sign in again in another window, then press the button again.");
      return;
    }
    document.querySelectorAll("input[name='_csrf']").forEach(function (field) { field.value = token.content; });
    document.querySelector("meta[name='csrf-token']").content = token.content;
    refuse(form, "You had been signed out", "You are signed in again. Press the button again.");
  }

  function show(form, page, button) {
    const again = page.querySelector("form[action='" + form.getAttribute("action") + "']");
    if (!again) {
      const title = page.querySelector("main h1");
      const lead = page.querySelector("main .lead");
      refuse(form, title ? title.textContent.trim() : "This did not work", lead ? lead.textContent.trim() : "Nothing was done.");
      return;
    }
    const markings = document.querySelectorAll(".marking");
    page.querySelectorAll(".marking").forEach(function (marking, at) {
      markings[at].replaceWith(marking);
    });
  // What was chosen cannot be sent back by a server: the fields for files are carried over.
    form.querySelectorAll("input[type='file']").forEach(function (chosen) {
      const place = again.querySelector("#" + CSS.escape(chosen.id));
      if (place) {
        chosen.setAttribute("aria-describedby", place.getAttribute("aria-describedby"));
        place.replaceWith(chosen);
      }
    });
    form.replaceWith(again);
    hook(again);
    const asked = button && button.dataset.stays ? again.querySelector("#" + CSS.escape(button.dataset.stays)) : null;
    if (asked) { // something was looked up; nothing was refused
      asked.focus();
    } else {
      toFindings(again);
    }
  }

  function toFindings(form) {
    const summary = form.querySelector("[data-findings]");
    if (summary) {
      summary.focus();
      summary.scrollIntoView({ block: "nearest" });
    }
  }

  function refuse(form, title, words) {
    const box = document.createElement("div");
    box.className = "refused";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    box.setAttribute("data-findings", "");
    const head = document.createElement("h2");
    head.className = "refused-title";
    head.textContent = title;
    const text = document.createElement("p");
    text.textContent = words + " What you typed is still here.";
    box.append(head, text);
    form.querySelector("[data-findings-here]").replaceChildren(box);
    toFindings(form);
  }

  function busy(form, button) {
    form.setAttribute("aria-busy", "true");
    if (!button || !button.dataset.waits) {
      return null;
    }
    const words = button.textContent;
    button.textContent = button.dataset.waits;
    status.textContent = button.textContent;
    return words;
  }

  function idle(form, button, words) {
    form.removeAttribute("aria-busy");
    status.textContent = "";
    if (words !== null) {
      button.textContent = words;
    }
  }

  function size(bytes) {
    return bytes < 1048576 ? Math.ceil(bytes / 1024) + " KiB" : (bytes / 1048576).toFixed(1) + " MiB";
  }

  function overLarge(form, button) {
    if (button && button.dataset.stays) {
      return null;
    }
    for (const input of form.querySelectorAll("input[type='file'][data-most]")) {
      for (const file of input.files) {
        if (file.size > Number(input.dataset.most)) {
          return file.name + " has " + size(file.size) + "; at most " + size(Number(input.dataset.most)) + " are taken in.";
        }
      }
    }
    return null;
  }

  function hookDrop(zone) {
    const input = zone.querySelector("input[type='file']");
    const chosen = zone.querySelector("[data-chosen]");
    const nothing = chosen.textContent;

    function say() {
      const names = Array.from(input.files, function (file) { return file.name + " (" + size(file.size) + ")"; });
      chosen.textContent = names.length === 0 ? nothing : names.join(", ");
      zone.classList.toggle("drop-full", names.length > 0);
    }

    input.addEventListener("change", say);
    ["dragenter", "dragover"].forEach(function (kind) {
      zone.addEventListener(kind, function (event) {
        event.preventDefault();
        zone.classList.add("drop-over");
      });
    });
    ["dragleave", "drop"].forEach(function (kind) {
      zone.addEventListener(kind, function () { zone.classList.remove("drop-over"); });
    });
    zone.addEventListener("drop", function (event) {
      event.preventDefault();
      const files = new DataTransfer();
      Array.from(event.dataTransfer.files)
        .slice(0, input.multiple ? undefined : 1)
        .forEach(function (file) { files.items.add(file); });
      if (files.files.length > 0) {
        input.files = files.files;
        say();
      }
    });
    say();
  }

  // Fields of a historic action are asked for only where there was one.
  function hookHistoric(group) {
    const box = group.querySelector("input[type='checkbox']");
    const fields = group.querySelector("[data-historic-fields]");
    function show() {
      fields.hidden = !box.checked;
    }
    box.addEventListener("change", show);
    show();
  }

  document.querySelectorAll("form[data-form]").forEach(hook);
})();
