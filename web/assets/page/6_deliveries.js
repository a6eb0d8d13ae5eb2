// The rows of a delivery: what each comes to and their sum are shown meanwhile, in whole minor units; Enter leads on.
const delivery = document.querySelector("fieldset.delivery");
if (delivery) {
  const { mark } = delivery.dataset;
  const digits = Number(delivery.dataset.digits);
  const form = delivery.closest("form");
  const lines = () => [...delivery.querySelectorAll(".line")];
  const cell = (line, name) => line.querySelector(`[name=${name}]`);
  const count = (text) => (/^\d+$/.test(text.trim()) ? BigInt(text.trim()) : null);
  const group = mark === "." ? "," : ".";
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+$`);
  // As the server reads it: with or without a sign of the currency and separators of thousands.
  const minor = (text) => {
    const [whole, part = "", more] = text.replace(/[^\d.,]/g, "").split(mark);
    const isWhole = /^\d*$/.test(whole) || grouped.test(whole);
    const isAmount = isWhole && whole + part !== "" && /^\d*$/.test(part) && part.length <= digits;
    return isAmount && more === undefined ? BigInt(whole.replaceAll(group, "") + part.padEnd(digits, "0")) : null;
  };
  const shown = (amount) => {
    const text = String(amount < 0n ? -amount : amount).padStart(digits + 1, "0");
    return digits === 0 ? text : `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`;
  };
  const itemOf = (sku) =>
    [...document.querySelectorAll("#items option")].find((one) => one.value === sku || one.dataset.barcode === sku)
      ?.dataset || {};
  const packOf = (sku) => itemOf(sku).pack || "1";
  // What so many units cost by the order that the delivery names.
  const orderedCost = (sku, units) => {
    const { orderedUnits, orderedCost: cost } = itemOf(sku);
    const whole = BigInt(orderedUnits || 0);
    return whole === 0n || units === null ? null : (minor(cost) * units * 2n + whole) / (whole * 2n);
  };
  // What a row comes to: its units and its cost, as far as they can be told.
  const comesTo = (line) => {
    const size = cell(line, "line_pack_size");
    size.placeholder = cell(line, "sku").value ? `of ${packOf(cell(line, "sku").value)}` : "of size";
    const packs = count(cell(line, "line_packs").value);
    const inPacks = packs === null ? null : packs * (count(size.value || packOf(cell(line, "sku").value)) ?? 0n);
    const units = inPacks ?? count(cell(line, "line_units").value);
    const price = minor(cell(line, "line_price").value);
    const total = cell(line, "line_cost");
    const ordered = total.value ? null : orderedCost(cell(line, "sku").value, units);
    total.placeholder = ordered === null ? "Total" : shown(ordered);
    const cost = price === null || units === null ? (ordered ?? minor(total.value)) : price * units;
    return { units, inPacks, cost, isPriced: price !== null && units !== null };
  };
  const show = () => {
    let sum = 0n;
    let filled = 0;
    for (const line of lines()) {
      const { units, inPacks, cost, isPriced } = comesTo(line);
      const parts = [];
      if (inPacks !== null) {
        parts.push(`${units} units`);
      }
      if (isPriced) {
        parts.push(`${shown(cost)} in all`);
      } else if (cost !== null && units) {
        parts.push(`${shown((cost * 2n + units) / (units * 2n))} each`);
      }
      line.querySelector("output").textContent = parts.join(", ");
      sum += cost ?? 0n;
      filled += cost === null ? 0 : 1;
    }
    const paper = minor(form.elements.total?.value || "");
    const apart = paper === null ? 0n : sum - paper;
    const said = apart === 0n ? "as on paper" : `${shown(apart)} ${apart < 0n ? "less" : "more"} than on paper`;
    delivery.querySelector(".sum").textContent =
      filled === 0 ? "" : `Sum: ${shown(sum)}${paper === null ? "" : `, ${said}`}`;
  };
  const addLine = () => {
    const row = lines().length + 1;
    const last = lines().at(-1);
    const line = last.cloneNode(true);
    line.querySelector("ul")?.remove();
    for (const one of line.querySelectorAll("[id]")) {
      one.id = one.id.replace(/\d+$/, String(row));
    }
    for (const one of line.querySelectorAll("[for]")) {
      one.htmlFor = String(one.htmlFor).replace(/\d+/g, String(row));
    }
    for (const label of line.querySelectorAll("label")) {
      label.textContent = label.textContent.replace(/\d+$/, String(row));
    }
    for (const one of line.querySelectorAll("input")) {
      one.value = "";
    }
    cell(line, "sku").placeholder = `${row}. Name, SKU, barcode`;
    line.querySelector(".found").textContent = "";
    line.querySelector("output").textContent = "";
    last.after(line);
    cell(line, "sku").setAttribute("list", "items");
    finder(cell(line, "sku"));
    return line;
  };
  const after = { line_units: "line_cost", line_packs: "line_pack_size", line_pack_size: "line_cost" };
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.defaultPrevented || field.tagName !== "INPUT" || field.type === "checkbox") {
      return;
    }
    event.preventDefault(); // a delivery is sent with its button
    const line = field.closest(".line");
    if (!line) {
      const fields = [...form.querySelectorAll("input:not([type=hidden]), select")].filter((one) => one.offsetParent);
      fields[fields.indexOf(field) + 1]?.focus();
    } else if (after[field.name]) {
      cell(line, after[field.name]).focus();
    } else if (field.name !== "sku") {
      cell(lines()[lines().indexOf(line) + 1] || addLine(), "sku").focus();
    }
  });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  form.querySelector("[value=more-rows]")?.addEventListener("click", (event) => {
    event.preventDefault();
    cell(addLine(), "sku").focus();
  });
  if (!document.querySelector(".refused")) {
    (form.elements.supplier.value ? form.elements.reference : form.elements.supplier).focus();
  }
  show();
}
