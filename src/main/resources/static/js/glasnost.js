// What every page's scripts share: the session's token on requests of htmx, and word of a lost connection.
(function () {
  "use strict";
  const connection = document.getElementById("connection");
  const status = document.getElementById("status");

  function say(words) {
    status.textContent = words;
  }

  document.body.addEventListener("htmx:configRequest", function (event) {
    const token = document.querySelector("meta[name='csrf-token']");
    if (token && event.detail.verb !== "get") {
      event.detail.headers[token.dataset.header] = token.content;
    }
  });

  function lost() {
    connection.hidden = false;
  }

  function back() {
    connection.hidden = true;
  }

  document.body.addEventListener("htmx:sendError", lost);
  document.body.addEventListener("htmx:timeout", lost);
  document.body.addEventListener("htmx:afterOnLoad", back);
  window.addEventListener("offline", lost);
  window.addEventListener("online", back);

  document.body.addEventListener("htmx:responseError", function (event) {
    say("That was refused: " + event.detail.xhr.status + ".");
  });

  // One press, one request: a form that is on its way is not sent again.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.dataset.sent === "true") {
      event.preventDefault();
      return;
    }
    if (form.method === "post" && !form.hasAttribute("hx-post")) {
      form.dataset.sent = "true";
    }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
  });
})();
