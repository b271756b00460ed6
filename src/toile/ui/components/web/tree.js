// Versions of one shot as a tree, newest first. Triggers: pick, and room: whether the page has any
// for the facts beside the picture, measured by the share of it that this tree has.

// Apart, so that the change of one into the other never calls for the change back.
const TOO_NARROW = 560;
const WIDE_AGAIN = 680;

export default function ({ parentElement: root, data, setTriggerValue }) {
  const list = root.querySelector("ul");
  list._send = setTriggerValue;
  list._watch?.disconnect();
  list._watch = new ResizeObserver(() => {
    const width = list.offsetWidth / data.share;
    const wrong = data.room === "wide" ? width < TOO_NARROW : width > WIDE_AGAIN;
    if (width && wrong) list._send("room", data.room === "wide" ? "narrow" : "wide");
  });
  list._watch.observe(list);
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
