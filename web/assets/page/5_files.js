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
