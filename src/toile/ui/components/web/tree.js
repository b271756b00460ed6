// Versions of one shot as a tree, newest first. Triggers: pick, room.

export default function ({ parentElement: root, data, setTriggerValue }) {
  const list = root.querySelector("ul");
  list._send = setTriggerValue;
  watchRoom(list, data.measure, setTriggerValue);
  const sign = JSON.stringify(data);
  if (list._sign === sign) return;
  list._sign = sign;
  const focused = root.activeElement?.dataset.number;
  list.replaceChildren();
  for (const version of data.versions) {
    const item = document.createElement("li");
    item.style.setProperty("--depth", version.depth);
    const button = document.createElement("button");
    button.dataset.number = version.number;
    button.setAttribute("aria-current", String(version.number === data.current));
    button.setAttribute("aria-label", `Version ${version.number}. ${version.what}`);
    const image = document.createElement(version.image ? "img" : "div");
    if (version.image) Object.assign(image, { src: version.image, alt: "", loading: "lazy" });
    else image.className = "none";
    const words = document.createElement("div");
    const number = document.createElement("b");
    number.textContent = version.number;
    number.className = version.starred ? "starred" : "";
    const what = document.createElement("span");
    what.textContent = version.what;
    words.append(number, what);
    button.append(image, words);
    button.onclick = () => list._send("pick", version.number);
    item.append(button);
    list.append(item);
    if (String(version.number) === focused) button.focus();
  }
}
