"use strict";
// A form is sent once: the server knows a second sending too, but the person sees that it is on its way.
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
// Back to a form that was sent: it may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    form.querySelector(".working")?.remove();
  }
});
// A barcode scanner types and presses Enter; what it types lands in the search field wherever the focus was.
const scan = document.querySelector("[data-scan]");
document.addEventListener("keydown", (event) => {
  const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (scan && typed && document.activeElement === document.body) {
    scan.focus();
    scan.select();
  }
});
// On a phone the menu is wider than the page: what is open is in sight.
document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
// What was refused gets the focus, else the first empty field of a form that must be filled in.
(document.querySelector("[aria-invalid]") ||
  [...document.querySelectorAll("form.sheet input[required]")].find((field) => field.value === ""))?.focus();
// A file is sent with a bar that shows how far it is; without script it is sent just the same.
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
    refuse(sentence?.textContent || "The file was not taken (" + request.status + ").");
  };
  request.onerror = () =>
    refuse("The connection was lost, and nothing has changed. Open the page again: you may have been logged out.");
  request.open("POST", upload.action);
  request.send(new FormData(upload));
});
// While the server works on a file its page is fetched again, until it is done.
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
