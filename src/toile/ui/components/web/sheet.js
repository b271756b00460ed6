// The contact sheet: every drawn version, small, in order. Triggers: open ("shot/version").

export default function ({ parentElement: root, data, setTriggerValue }) {
  const sheet = root.querySelector(".sheet");
  sheet._send = setTriggerValue;
  const sign = JSON.stringify(data);
  if (sheet._sign === sign) return;
  sheet._sign = sign;
  const focused = root.activeElement?.dataset?.id;
  const fresh = document.createDocumentFragment();
  for (const frame of data.frames) {
    const figure = document.createElement("figure");
    if (frame.current) figure.className = "current";
    const button = document.createElement("button");
    button.dataset.id = frame.id;
    button.setAttribute("aria-label", `Open ${frame.alt}`);
    const image = document.createElement("img");
    Object.assign(image, { src: frame.image, alt: "", loading: "lazy", decoding: "async" });
    image.style.setProperty("--ratio", frame.ratio);
    button.append(image);
    button.onclick = () => sheet._send("open", frame.id);
    const caption = document.createElement("figcaption");
    const number = document.createElement("b");
    number.textContent = frame.no;
    const version = document.createElement("span");
    version.textContent = `v${frame.version}${frame.starred ? " ★" : ""}`;
    caption.append(number, version);
    figure.append(button, caption);
    fresh.append(figure);
  }
  sheet.replaceChildren(fresh);
  if (focused) sheet.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}
