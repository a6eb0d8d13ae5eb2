// Keys: `/` goes to the search, `g` and a letter open a page of the menu, `?` lists them and says what the page is for.
// Everything else that is typed while no field has the focus goes to the search, as does a barcode scanner: it types
// faster than anybody, so a `g` that is followed at once begins a barcode.
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
  const about = document.createElement("p");
  about.textContent = document.querySelector("main .intro")?.textContent ?? "";
  const title = document.createElement("h2");
  title.id = "keys";
  title.textContent = "Keys";
  const form = document.createElement("form");
  form.method = "dialog";
  form.innerHTML = '<p class="acts"><button class="quiet">Close</button></p>';
  dialog.setAttribute("aria-labelledby", "keys");
  dialog.append(...(about.textContent ? [about] : []), title, list, form);
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
