// A list below a field, for the arrow keys, or a tap. `picked` is told which row was tapped; `show` takes what each row
// is made of, and `ask` is the server's answer once the typing pauses, or null when there is none or typing goes on.
const choices = (field, label, picked) => {
  const list = document.createElement("ul");
  let active = -1;
  let asked = 0;
  list.id = `${field.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
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
  const show = (rows) => {
    close();
    list.replaceChildren(
      ...rows.map((parts, i) => {
        const row = document.createElement("li");
        row.id = `${list.id}-${i}`;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", "false");
        row.append(...parts.flatMap((part) => [part, " "]));
        row.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
        row.addEventListener("click", () => picked(i));
        return row;
      }),
    );
    list.hidden = rows.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async (address) => {
    const mine = (asked += 1);
    await new Promise((resume) => setTimeout(resume, 150));
    const answer = mine === asked ? await fetch(address).catch(() => null) : null;
    const found = answer?.ok && !answer.redirected ? await answer.json() : null;
    return mine === asked ? found : null;
  };
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: active < 0 ? 0 : -1 }[event.key];
    if (event.key === "Escape") {
      close();
    } else if (step !== undefined && !list.hidden) {
      event.preventDefault();
      mark((active + step + list.children.length) % list.children.length);
    }
  });
  return { show, close, ask, active: () => active, isOpen: () => !list.hidden };
};
const part = (tag, className, text) => {
  const one = document.createElement(tag);
  one.className = className;
  one.textContent = text;
  return one;
};
const pictureOf = (address) => {
  const one = part("img", "picture", "");
  Object.assign(one, { src: address, alt: "", width: 40, height: 40 });
  return one;
};
// A field searched by part of a name.
const finder = (field) => {
  const found = field.parentElement.querySelector(".found");
  const known = [...(field.list?.options || [])].map((one) => ({
    value: one.value,
    text: one.label,
    barcode: one.dataset.barcode,
    picture: one.dataset.picture,
  }));
  const isItem = field.name === "sku";
  let shown = [];
  const pick = (place) => {
    field.value = shown[place].value;
    found.textContent = shown[place].text;
    list.close();
  };
  field.removeAttribute("list");
  const list = choices(field, "Matches", pick);
  const isExact = (one) => one.value === field.value || (one.barcode && one.barcode === field.value);
  const show = (all) => {
    shown = all.slice(0, 8);
    list.show(
      shown.map((one) => [...(one.picture ? [pictureOf(one.picture)] : []), one.text, part("small", "", one.value)]),
    );
    found.textContent = shown.find(isExact)?.text || (shown.length === 0 && field.value ? "No matches." : "");
  };
  const ask = async () => {
    const words = field.value.trim().toLowerCase();
    if (words === "") {
      show([]);
    } else if (!field.dataset.find) {
      const parts = words.split(/\s+/);
      const exact = known.filter(isExact);
      const hasAll = (one) => parts.every((word) => `${one.value} ${one.text}`.toLowerCase().includes(word));
      show(exact.length ? exact : known.filter(hasAll));
    } else {
      const all = await list.ask(`${field.dataset.find}?q=${encodeURIComponent(words)}`);
      if (all) {
        show(all);
      }
    }
  };
  field.addEventListener("input", () => {
    found.textContent = "";
    field.closest(".field")?.querySelector(".matches")?.remove();
    document.querySelector(`.beside[data-about="${field.name}"]`)?.remove(); // it is about another one
    ask();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") {
      return;
    }
    if (list.isOpen() && (list.active() >= 0 || shown.length === 1)) {
      event.preventDefault();
      pick(Math.max(list.active(), 0));
      if (isItem) {
        // a scanner continues with the next item of a box, a person with the units of this one, as of a delivery
        const fields = [
          ...field.form.querySelectorAll(
            field.closest(".line:not(.costs)") ? "[name=sku]" : "input:not([type=hidden])",
          ),
        ];
        fields[fields.indexOf(field) + 1]?.focus();
      }
    } else if (isItem && field.value !== "") {
      event.preventDefault(); // a scanned code without a match does nothing
    }
  });
};
document.querySelectorAll("[data-find], [name=sku][list]").forEach(finder);
// The search of the header: Enter leads to the marked row, or to the page of all that is found.
const searcher = (field) => {
  let addresses = [];
  const list = choices(field, "Best matches", (place) => location.assign(addresses[place]));
  field.addEventListener("input", async () => {
    const words = field.value.trim();
    if (words === "") {
      list.close();
      return;
    }
    const answer = await list.ask(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`);
    if (answer) {
      const all = `${field.form.action}?q=${encodeURIComponent(field.value)}`;
      addresses = [...answer.best.map((one) => one.address), all];
      list.show([
        ...answer.best.map((one) => [
          part("span", "kind", one.kind),
          ...(one.picture ? [pictureOf(one.picture)] : []),
          part("span", "name", one.name),
          part("span", "about", one.about),
        ]),
        [part("span", "said", answer.said)],
      ]);
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && list.isOpen() && list.active() >= 0) {
      event.preventDefault();
      location.assign(addresses[list.active()]);
    }
  });
};
document.querySelectorAll("[data-suggest]").forEach(searcher);
