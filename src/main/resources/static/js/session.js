// Warns before the session ends, and hides the page when it has, with all that was typed left in it, until the same
// person signs in again. Asking how long the session lasts does not make it last longer.
(function () {
  "use strict";
  const WARNED_BEFORE = 120; // seconds
  const ASKED_AGAIN_AFTER = 15; // seconds, while the warning shows: another window may have been used
  const meta = document.querySelector("meta[name='session']");
  const warning = document.getElementById("session-warning");
  const over = document.getElementById("session-over");
  const left = warning.querySelector("[data-left]");
  const refused = over.querySelector("[data-refused]");
  const password = over.querySelector("input[type='password']");
  let idleEnd = 0;
  let lastEnd = 0;
  let told = false; // that it cannot last longer
  let timer = 0;

  function secondsLeft() {
    return Math.round((Math.min(idleEnd, lastEnd) - Date.now()) / 1000);
  }

  function set(idle, ends) {
    idleEnd = Date.now() + idle * 1000;
    lastEnd = Date.now() + ends * 1000;
  }

  function wait(seconds) {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, Math.max(1, seconds) * 1000);
  }

  async function ask() {
    const answer = await fetch("/session", { headers: { "Accept": "application/json" }, credentials: "same-origin" });
    return answer.json();
  }

  async function look() {
    const seconds = secondsLeft();
    if (seconds > WARNED_BEFORE) {
      wait(seconds - WARNED_BEFORE);
      return;
    }
    try {
      const lasting = await ask();
      if (lasting.userName !== meta.dataset.name || lasting.idleSeconds <= 0 || lasting.endsInSeconds <= 0) {
        lock();
        return;
      }
      set(lasting.idleSeconds, lasting.endsInSeconds);
    } catch (lost) {
      if (secondsLeft() <= 0) {
        lock();
        return;
      }
    }
    if (secondsLeft() > WARNED_BEFORE) {
      warning.close();
      wait(secondsLeft() - WARNED_BEFORE);
    } else {
      warn();
    }
  }

  function warn() {
    const longest = lastEnd <= idleEnd;
    warning.querySelector("[data-idle]").hidden = longest;
    warning.querySelector("[data-longest]").hidden = !longest;
    warning.querySelector("[data-stay]").hidden = longest;
    warning.querySelector("[data-close]").hidden = !longest;
    if (!warning.open && !(longest && told)) {
      warning.showModal();
    }
    count(ASKED_AGAIN_AFTER);
  }

  function count(ticks) {
    const seconds = Math.max(0, secondsLeft());
    left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    window.clearTimeout(timer);
    timer = window.setTimeout(seconds <= 0 || ticks <= 0 ? look : function () { count(ticks - 1); }, 1000);
  }

  function lock() {
    window.clearTimeout(timer);
    warning.close();
    if (!over.open) {
      refused.hidden = true;
      document.body.classList.add("is-over");
      over.showModal();
    }
  }

  function token(page) {
    const field = page.querySelector("input[name='_csrf']");
    return field ? field.value : "";
  }

  async function read(path) {
    const answer = await fetch(path, { headers: { "Accept": "text/html" }, credentials: "same-origin" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  async function stay() {
    const sent = document.querySelector("meta[name='csrf-token']");
    try {
      const answer = await fetch("/session", {
        method: "POST",
        headers: { "Accept": "application/json", [sent.dataset.header]: sent.content },
        credentials: "same-origin",
      });
      if (!answer.ok) {
        lock();
        return;
      }
      const lasting = await answer.json();
      set(lasting.idleSeconds, lasting.endsInSeconds);
    } catch (lost) {
      return; // the countdown goes on, and can be answered again
    }
    warning.close();
    look();
  }

  async function signIn() {
    if (password) {
      const page = await read("/login");
      await fetch("/login", {
        method: "POST",
        body: new URLSearchParams({ username: meta.dataset.name, password: password.value, _csrf: token(page) }),
        redirect: "manual",
        credentials: "same-origin",
      });
      password.value = "";
    }
    const lasting = await ask();
    if (lasting.userName !== meta.dataset.name) {
      refused.textContent = lasting.userName
        ? "Somebody else is signed in here now."
        : password ? "That did not open the account." : "You are not signed in yet.";
      refused.hidden = false;
      return;
    }
    await renew();
    set(lasting.idleSeconds, lasting.endsInSeconds);
    told = false;
    document.body.classList.remove("is-over");
    over.close();
    look();
  }

  // The forms of this page bear the token of the session that has ended.
  async function renew() {
    const page = await read("/account");
    const fresh = page.querySelector("meta[name='csrf-token']");
    if (!fresh) {
      return;
    }
    document.querySelectorAll("input[name='_csrf']").forEach(function (field) { field.value = fresh.content; });
    document.querySelector("meta[name='csrf-token']").content = fresh.content;
  }

  warning.querySelector("[data-stay]").addEventListener("click", stay);
  warning.querySelector("[data-close]").addEventListener("click", function () {
    told = true;
    warning.close();
  });
  warning.addEventListener("cancel", function (event) {
    event.preventDefault();
    (lastEnd <= idleEnd ? warning.querySelector("[data-close]") : warning.querySelector("[data-stay]")).click();
  });
  over.addEventListener("cancel", function (event) { event.preventDefault(); });
  over.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    event.stopPropagation();
    signIn().catch(function () {
      refused.textContent = "The connection is lost. Try again in a moment.";
      refused.hidden = false;
    });
  });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && !over.open) {
      look();
    }
  });
  // Whatever scripts ask for makes the session last; when its end is near, the server is asked how long.
  set(Number(meta.dataset.idle), Number(meta.dataset.ends));
  look();
})();
