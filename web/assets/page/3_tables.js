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

// One box that checks all rows, and the number of those checked beside the buttons for them.
const many = document.querySelector("form.many");
if (many) {
  const picks = [...document.querySelectorAll("input.pick")];
  const said = many.querySelector(".said");
  const all = document.createElement("input");
  all.type = "checkbox";
  const label = document.createElement("label");
  label.className = "check";
  label.append(all, " All");
  said.before(label, " ");
  const count = () => {
    const checked = picks.filter((pick) => pick.checked).length;
    all.checked = checked === picks.length;
    all.indeterminate = checked > 0 && checked < picks.length;
    said.textContent = checked === 0 ? "Check rows, then:" : `${checked} checked:`;
  };
  all.addEventListener("change", () => {
    for (const pick of picks) pick.checked = all.checked;
    count();
  });
  for (const pick of picks) pick.addEventListener("change", count);
  count();
}
