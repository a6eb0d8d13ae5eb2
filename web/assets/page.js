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
// What was refused gets the focus, else the first empty field of a form.
(document.querySelector("[aria-invalid]") ||
  [...document.querySelectorAll("form.sheet input:not([type=hidden], [name=line_units])")].find((field) => field.value === ""))?.focus();
