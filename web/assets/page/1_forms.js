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
// Going back to a refused form, or reloading it, opens it again; otherwise browsers show their own page.
if (document.querySelector(".refused")) {
  history.replaceState(history.state, "", location.href);
}
// Focuses the first refused field, else the first empty required field.
(document.querySelector("[aria-invalid], #e-lines ~ .line input") ||
  [...document.querySelectorAll("form.sheet input[required]")].find((field) => field.value === ""))?.focus();
// A step that adds 1 does so on the page. What is typed or scanned replaces the number that is there; a scanned code is
// for the server.
for (const plus of document.querySelectorAll('button[name="step"][value="plus"]')) {
  const field = plus.form.querySelector('input[inputmode="numeric"]');
  field.focus();
  field.select();
  plus.addEventListener("click", (event) => {
    if (/^\d{0,7}$/.test(field.value)) {
      event.preventDefault();
      field.value = String(Number(field.value) + 1);
      plus.form.elements.so_far.value = field.value;
    }
  });
}
// A new store gets the browser's time zone, unless the person chooses another.
const zone = document.querySelector("#f-new_time_zone");
if (zone && !document.querySelector(".refused")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offered = [...zone.options].find((one) => one.value === here);
  if (offered) {
    offered.selected = true;
  }
  const format = document.querySelector("#f-locale");
  const known = [...(format?.options || [])].find((one) => one.value === navigator.language);
  if (known) {
    known.selected = true;
  }
}
// Hides fields that apply to another selection; without script they all show.
for (const field of document.querySelectorAll("[data-only-with]")) {
  const [name, values] = field.dataset.onlyWith.split("=");
  const choice = field.closest("form").elements[name];
  const show = () =>
    (field.hidden = (choice.type === "checkbox" && !choice.checked) || !values.split("|").includes(choice.value));
  choice.addEventListener("change", show);
  show();
}
