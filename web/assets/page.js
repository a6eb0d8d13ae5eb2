"use strict";
// A form is sent once: the server would catch a second one, but the person sees that it is on its way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.once !== "yes") {
    return;
  }
  if (form.dataset.sent === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  (event.submitter || form.querySelector("button"))?.setAttribute("aria-busy", "true");
  if (form.dataset.working) {
    const said = document.createElement("p");
    said.className = "notice working";
    said.setAttribute("role", "status");
    said.append(form.dataset.working, document.createElement("progress"));
    form.prepend(said);
  }
});
// After going back to a sent form, it may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    form.querySelector(".working")?.remove();
  }
});
// Keys: `/` goes to the search, `g` and a letter open a page of the menu, `?` lists them. Everything else that is typed
// while no field has the focus goes to the search, as does a barcode scanner: it types faster than anybody, so a `g`
// that is followed at once begins a barcode.
const scan = document.querySelector("[data-scan]");
const search = scan || document.querySelector("main [type=search]");
const places = [...document.querySelectorAll(".menu [data-key]")];
const scannerMs = 40;
const waitsMs = 1500;
let goAt = 0;
const helpWithKeys = () => {
  const dialog = document.createElement("dialog");
  const keys = [
    ...(search ? [["/", "Search"]] : []),
    ...places.map((one) => [`g ${one.dataset.key}`, one.textContent]),
    ["?", "This list"],
  ];
  const list = document.createElement("dl");
  for (const [pressed, name] of keys) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const words = document.createElement("dd");
    for (const one of pressed.split(" ")) {
      const key = document.createElement("kbd");
      key.textContent = one;
      term.append(key, " ");
    }
    words.textContent = name;
    row.append(term, words);
    list.append(row);
  }
  const title = document.createElement("h2");
  title.id = "keys";
  title.textContent = "Keys";
  const form = document.createElement("form");
  form.method = "dialog";
  form.innerHTML = '<p class="acts"><button class="quiet">Close</button></p>';
  dialog.setAttribute("aria-labelledby", "keys");
  dialog.append(title, list, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};
document.addEventListener("keydown", (event) => {
  const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!typed || document.activeElement !== document.body || document.querySelector("dialog")) {
    return;
  }
  const since = event.timeStamp - goAt;
  const isAfterG = goAt !== 0 && since < waitsMs;
  const place = isAfterG && since > scannerMs && places.find((one) => one.dataset.key === event.key);
  const began = isAfterG ? "g" : "";
  goAt = 0;
  if (place) {
    event.preventDefault();
    place.click();
  } else if (!isAfterG && event.key === "g" && places.length > 0) {
    event.preventDefault();
    goAt = event.timeStamp;
  } else if (!isAfterG && event.key === "?") {
    event.preventDefault();
    helpWithKeys();
  } else if (!isAfterG && event.key === "/" && search) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (scan) {
    scan.focus();
    scan.select();
    if (began) {
      event.preventDefault();
      scan.value = began + event.key;
    }
  }
});
// The list of all pages on a phone closes with Escape and with a tap beside it.
const more = document.querySelector(".bar details");
document.addEventListener("click", (event) => {
  if (more?.open && !more.contains(event.target)) {
    more.open = false;
  }
});
more?.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    more.open = false;
    more.querySelector("summary").focus();
  }
});
// A table that fits needs no scrolling of its own: its headings then stay in sight while the page scrolls.
const tables = [...document.querySelectorAll(".scroll")];
const fit = () => {
  for (const table of tables) {
    table.classList.remove("fits");
    const fits = table.scrollWidth <= table.clientWidth;
    table.classList.toggle("fits", fits);
    ["tabindex", "role", "aria-label"].forEach((name, i) =>
      fits ? table.removeAttribute(name) : table.setAttribute(name, ["0", "region", "Table"][i]),
    );
  }
};
fit();
addEventListener("resize", fit);
// Going back to a refused form, or reloading it, opens it again; otherwise browsers show their own page.
if (document.querySelector(".refused")) {
  history.replaceState(history.state, "", location.href);
}
// Focuses the first refused field, else the first empty required field.
(document.querySelector("[aria-invalid], #e-lines ~ .line input") ||
  [...document.querySelectorAll("form.sheet input[required]")].find((field) => field.value === ""))?.focus();
// A new store gets the browser's time zone, unless the person types another.
const zone = document.querySelector("#f-new_time_zone");
if (zone && !document.querySelector(".refused")) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || zone.value;
  const format = document.querySelector("#f-locale");
  const known = [...(format?.options || [])].find((one) => one.value === navigator.language);
  if (known) {
    known.selected = true;
  }
}
// A field searched by part of a name: the matches stand below it, for the arrow keys and Enter, or a tap.
const finder = (field) => {
  const found = field.parentElement.querySelector(".found");
  const known = [...(field.list?.options || [])].map((one) => ({
    value: one.value,
    text: one.label,
    barcode: one.dataset.barcode,
  }));
  const isItem = field.name === "sku";
  const list = document.createElement("ul");
  let shown = [];
  let active = -1;
  let asked = 0;
  field.removeAttribute("list");
  field.after(list);
  list.id = `${field.id}-list`;
  list.hidden = true;
  const attributes = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  };
  Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Matches");
  const isExact = (one) => one.value === field.value || (one.barcode && one.barcode === field.value);
  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    active = place;
    [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === place)));
    field.setAttribute("aria-activedescendant", list.children[place].id);
  };
  const pick = (one) => {
    asked += 1;
    field.value = one.value;
    found.textContent = one.text;
    close();
  };
  const show = (all) => {
    shown = all.slice(0, 8);
    close();
    list.replaceChildren(
      ...shown.map((one, i) => {
        const row = document.createElement("li");
        row.id = `${list.id}-${i}`;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", "false");
        const code = document.createElement("small");
        code.textContent = one.value;
        row.append(one.text, " ", code);
        row.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
        row.addEventListener("click", () => pick(one));
        return row;
      }),
    );
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    found.textContent = shown.find(isExact)?.text || (shown.length === 0 && field.value ? "No matches." : "");
  };
  const ask = async () => {
    const mine = (asked += 1);
    const words = field.value.trim().toLowerCase();
    if (words === "") {
      show([]);
    } else if (!field.dataset.find) {
      const parts = words.split(/\s+/);
      const exact = known.filter(isExact);
      show(
        exact.length
          ? exact
          : known.filter((one) => parts.every((part) => `${one.value} ${one.text}`.toLowerCase().includes(part))),
      );
    } else {
      await new Promise((resume) => setTimeout(resume, 150)); // until the typing pauses
      const answer =
        mine === asked ? await fetch(`${field.dataset.find}?q=${encodeURIComponent(words)}`).catch(() => null) : null;
      const all = answer?.ok && !answer.redirected ? await answer.json() : null;
      if (all && mine === asked) {
        show(all);
      }
    }
  };
  field.addEventListener("input", () => {
    found.textContent = "";
    field.closest(".field")?.querySelector(".matches")?.remove();
    ask();
  });
  field.addEventListener("blur", () => {
    asked += 1;
    close();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      mark((active + (event.key === "ArrowDown" ? 1 : shown.length + (active < 0 ? 0 : -1))) % shown.length);
    } else if (event.key === "Enter" && !list.hidden && (active >= 0 || shown.length === 1)) {
      event.preventDefault();
      pick(shown[Math.max(active, 0)]);
      if (isItem) {
        // a scanner continues with the next item of a box, a person with the units of this one
        const fields = [
          ...field.form.querySelectorAll(field.closest(".line") ? "[name=sku]" : "input:not([type=hidden])"),
        ];
        fields[fields.indexOf(field) + 1]?.focus();
      }
    } else if (event.key === "Enter" && isItem && field.value !== "") {
      event.preventDefault(); // a scanned code without a match does nothing
    }
  });
};
document.querySelectorAll("[data-find], [name=sku][list]").forEach(finder);
// Hides fields that apply to another selection; without script they all show.
for (const field of document.querySelectorAll("[data-only-with]")) {
  const [name, value] = field.dataset.onlyWith.split("=");
  const choice = field.closest("form").elements[name];
  const show = () => (field.hidden = (choice.type === "checkbox" && !choice.checked) || choice.value !== value);
  choice.addEventListener("change", show);
  show();
}
// Uploads a file with a progress bar; without script the upload works without one.
const upload = document.querySelector("form[data-upload]");
upload?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (upload.dataset.sent === "yes") {
    return;
  }
  const row = upload.querySelector(".progress");
  const bar = row.querySelector("progress");
  const said = row.querySelector("[role=status]");
  const request = new XMLHttpRequest();
  row.hidden = false;
  request.upload.onprogress = (part) => {
    bar.max = part.total;
    bar.value = part.loaded;
  };
  const refuse = (sentence) => {
    said.textContent = sentence;
    said.className = "refused";
    bar.hidden = true;
    row.querySelector("label").hidden = true;
    delete upload.dataset.sent;
    upload.querySelector("button").removeAttribute("aria-busy");
  };
  said.textContent = "";
  said.className = "";
  bar.hidden = false;
  row.querySelector("label").hidden = false;
  request.onload = () => {
    if (request.status === 200) {
      location.assign(request.responseURL);
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const sentence = page.querySelector(".refused") || page.querySelector("main p");
    refuse(sentence?.textContent || "The file was not accepted (" + request.status + ").");
  };
  request.onerror = () =>
    refuse("The connection was lost, and nothing has changed. Open the page again; you may have been logged out.");
  request.open("POST", upload.action);
  request.send(new FormData(upload));
});
// Reloads the page of a file while the server works on it.
const follow = async () => {
  const response = await fetch(location.href).catch(() => null);
  const page = response?.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  const next = page?.querySelector("[data-live]");
  if (page && !next) {
    location.reload();
    return;
  }
  const now = document.querySelector("[data-live]");
  if (next) {
    now.querySelector("progress").value = next.querySelector("progress").value;
    now.querySelector("label").textContent = next.querySelector("label").textContent;
    now.querySelector("h1").textContent = next.querySelector("h1").textContent;
  }
  setTimeout(follow, 700);
};
if (document.querySelector("[data-live]")) {
  setTimeout(follow, 400);
}
// The search of the header shows the best finds below it while one types; Enter leads to the marked one, or to all.
const searcher = (field) => {
  const list = document.createElement("ul");
  let addresses = [];
  let active = -1;
  let asked = 0;
  list.id = `${field.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Best matches");
  field.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    field.setAttribute(name, value);
  }
  const close = () => {
    asked += 1;
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    active = place;
    [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === place)));
    field.setAttribute("aria-activedescendant", list.children[place].id);
  };
  const row = (address, texts) => {
    const one = document.createElement("li");
    one.id = `${list.id}-${addresses.length}`;
    one.setAttribute("role", "option");
    one.setAttribute("aria-selected", "false");
    for (const [className, text] of texts) {
      const part = document.createElement("span");
      part.className = className;
      part.textContent = text;
      one.append(part, " ");
    }
    one.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    one.addEventListener("click", () => location.assign(address));
    addresses.push(address);
    return one;
  };
  const show = (answer) => {
    addresses = [];
    active = -1;
    const rows = answer.best.map((one) =>
      row(one.address, [
        ["kind", one.kind],
        ["name", one.name],
        ["about", one.about],
      ]),
    );
    rows.push(row(`${field.form.action}?q=${encodeURIComponent(field.value)}`, [["all", answer.said]]));
    list.replaceChildren(...rows);
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
  };
  field.addEventListener("input", async () => {
    const mine = (asked += 1);
    const words = field.value.trim();
    if (words === "") {
      close();
      return;
    }
    await new Promise((resume) => setTimeout(resume, 120)); // until the typing pauses
    const answer =
      mine === asked ? await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`).catch(() => null) : null;
    const found = answer?.ok && !answer.redirected ? await answer.json() : null;
    if (found && mine === asked) {
      show(found);
    }
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : addresses.length + (active < 0 ? 0 : -1);
      mark((active + step) % addresses.length);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      location.assign(addresses[active]);
    }
  });
};
document.querySelectorAll("[data-suggest]").forEach(searcher);
