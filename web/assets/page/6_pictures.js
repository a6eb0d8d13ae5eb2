// A picture that is chosen, taken, pasted or dropped is made smaller before it is sent. Without script, or where the
// browser cannot read it, the file is sent as it is.
const pictureField = document.querySelector("input[type=file][accept^='image/']");
const longestSide = 800;
const smallEnough = 400 * 1024;
const encoded = (canvas, type) => new Promise((done) => canvas.toBlob(done, type, 0.85));
const smallPicture = async (file, preview) => {
  const image = await createImageBitmap(file); // upright, as it was taken
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  preview.width = Math.max(1, Math.round(image.width * scale));
  preview.height = Math.max(1, Math.round(image.height * scale));
  const draw = preview.getContext("2d");
  draw.drawImage(image, 0, 0, preview.width, preview.height);
  if (scale === 1 && file.size <= smallEnough && pictureField.accept.split(",").includes(file.type)) {
    return file;
  }
  const webp = file.type === "image/jpeg" ? null : await encoded(preview, "image/webp"); // it may be transparent
  if (webp?.type === "image/webp" || (webp && webp.size <= smallEnough)) {
    return new File([webp], "picture", { type: webp.type });
  }
  draw.globalCompositeOperation = "destination-over";
  draw.fillStyle = "#fff";
  draw.fillRect(0, 0, preview.width, preview.height);
  return new File([await encoded(preview, "image/jpeg")], "picture", { type: "image/jpeg" });
};
const takePictures = (field) => {
  const preview = document.createElement("canvas");
  let busy = null;
  preview.className = "preview";
  preview.setAttribute("role", "img");
  preview.setAttribute("aria-label", "The picture as it will be kept");
  preview.hidden = true;
  field.after(preview);
  const take = (file) => {
    busy = smallPicture(file, preview)
      .then((small) => {
        const files = new DataTransfer();
        files.items.add(small);
        field.files = files.files;
        preview.hidden = false;
      })
      .catch(() => (preview.hidden = true)) // the server says what is wrong with it
      .finally(() => (busy = null));
  };
  const takeFrom = (event, data) => {
    const file = [...(data?.files || [])].find((one) => one.type.startsWith("image/"));
    if (file) {
      event.preventDefault();
      take(file);
    }
  };
  field.addEventListener("change", () => field.files[0] && take(field.files[0]));
  document.addEventListener("paste", (event) => takeFrom(event, event.clipboardData));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => takeFrom(event, event.dataTransfer));
  field.form.addEventListener("submit", (event) => {
    if (busy) {
      event.preventDefault();
      event.stopPropagation(); // it is not sent yet
      busy.then(() => field.form.requestSubmit());
    }
  });
  if (matchMedia("(pointer: coarse)").matches) {
    const camera = part("button", "quiet", "Take a photo");
    camera.type = "button";
    camera.addEventListener("click", () => {
      field.setAttribute("capture", "environment");
      field.click();
      field.removeAttribute("capture");
    });
    field.before(camera);
  }
};
if (pictureField) {
  takePictures(pictureField);
}
