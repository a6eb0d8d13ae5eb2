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
