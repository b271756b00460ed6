// One picture, large: with pins, with its named parts, or against another version with a slider
// or side by side. Triggers: add, pin, part, room.

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text != null) node.textContent = text;
  return node;
};

// Two pictures next to one another, each whole.
function beside(stage, data) {
  stage.className = "beside";
  stage._fit.disconnect();
  stage.style.removeProperty("width");
  stage.onclick = null;
  for (const [src, alt, label] of [[data.image, data.alt, data.label], [data.after, data.afterAlt, data.afterLabel]]) {
    const figure = make("figure");
    const image = make("img");
    Object.assign(image, { src, alt });
    figure.append(image, make("figcaption", "", label));
    stage.append(figure);
  }
}

// The named parts of the picture, fetched when asked for: point, read the name, click.
async function parts(stage, list, data) {
  const say = make("p", "quiet", "Finding the parts of the picture…");
  say.setAttribute("role", "status");
  list.replaceChildren(say);
  const answer = await fetch(data.parts).catch(() => null);
  if (!answer?.ok) {
    say.textContent = "The parts of this picture could not be found. Say the part in words instead.";
    return;
  }
  const map = await answer.json();
  const ids = new Uint8Array(map.width * map.height);
  let at = 0;
  for (const [part, length] of map.runs) ids.fill(part, at, (at += length));
  const canvas = make("canvas");
  Object.assign(canvas, { width: map.width, height: map.height });
  canvas.setAttribute("aria-hidden", "true");
  const tip = make("span", "tip");
  stage.append(canvas, tip);
  const pen = canvas.getContext("2d");
  const light = (part) => {
    const image = pen.createImageData(map.width, map.height);
    if (part != null) ids.forEach((id, i) => (image.data[i * 4 + 3] = id === part ? 0 : 132));
    pen.putImageData(image, 0, 0);
    tip.textContent = part == null ? "" : map.parts[part];
  };
  const under = (event) => {
    const box = stage.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * map.width);
    const y = Math.floor(((event.clientY - box.top) / box.height) * map.height);
    return ids[Math.min(map.height - 1, Math.max(0, y)) * map.width + Math.min(map.width - 1, Math.max(0, x))];
  };
  const rest = () => light(data.part ? map.parts.indexOf(data.part) : null);
  stage.onpointermove = (event) => light(under(event));
  stage.onpointerleave = rest;
  stage.onclick = (event) => stage._send("part", map.parts[under(event)]);
  const seen = new Set(ids);
  list.replaceChildren(...map.parts.map((name, part) => [name, part]).filter(([, part]) => seen.has(part)).map(([name, part]) => {
    const button = make("button", "part", name);
    button.setAttribute("aria-pressed", String(name === data.part));
    button.onfocus = button.onpointerenter = () => light(part);
    button.onblur = button.onpointerleave = rest;
    button.onclick = () => stage._send("part", name);
    return button;
  }));
  rest();
}

export default function ({ parentElement: root, data, setTriggerValue }) {
  const stage = root.querySelector("[data-stage]");
  const list = root.querySelector(".parts");
  stage._send = setTriggerValue;
  if (data.measure) watchRoom(list.parentElement, data.measure, setTriggerValue);
  const sign = JSON.stringify(data);
  if (stage._sign === sign) return;
  stage._sign = sign;
  const place = stage.style.getPropertyValue("--x") || "50%";
  const [wide, high] = (data.ratio || "3/4").split("/").map(Number);
  stage.style.setProperty("--ratio", data.ratio || "3/4");
  // The names of the parts stand above the picture, which takes the height they leave it.
  const fit = () => {
    const names = list.childElementCount ? `${list.offsetHeight}px - 0.8rem` : "0px";
    stage.style.width = `min(100%, max(16rem, calc((${data.height} - ${names}) * ${wide / high})))`;
  };
  stage._fit?.disconnect();
  stage._fit = new ResizeObserver(fit);
  stage._fit.observe(list);
  stage.className = data.adding && !data.after ? "stage adding" : "stage";
  stage.replaceChildren();
  list.replaceChildren();
  fit();
  stage.onpointermove = stage.onpointerleave = null;

  if (!data.image) {
    stage.append(make("div", "words", data.words));
    stage.onclick = null;
    return;
  }
  if (data.mode === "beside" && data.after) return beside(stage, data);
  const before = make("img");
  before.src = data.image;
  before.alt = data.alt;
  stage.append(before);

  if (data.after) {
    const after = make("img", "after");
    after.src = data.after;
    after.alt = data.afterAlt;
    stage.style.setProperty("--x", place);
    const slider = make("input");
    Object.assign(slider, { type: "range", min: 0, max: 100, step: 1, value: parseFloat(place) });
    slider.setAttribute("aria-label", `Compare: ${data.label} on the left, ${data.afterLabel} on the right`);
    slider.oninput = () => stage.style.setProperty("--x", `${slider.value}%`);
    stage.append(after, slider, make("div", "rule"), make("span", "tag left", data.label), make("span", "tag right", data.afterLabel));
  }
  if (data.mode === "parts" && data.parts) {
    parts(stage, list, data);
    return;
  }
  if (data.forming) stage.append(make("div", "forming", data.forming));
  for (const pin of data.after ? [] : data.pins) {
    const button = make("button", "pin");
    button.style.left = `${pin.x * 100}%`;
    button.style.top = `${pin.y * 100}%`;
    button.title = pin.text;
    button.setAttribute("aria-label", `Comment ${pin.no} by ${pin.by}: ${pin.text}`);
    button.append(make("i", "", pin.no));
    button.onclick = (event) => {
      event.stopPropagation();
      stage._send("pin", pin.id);
    };
    stage.append(button);
  }
  stage.onclick = (event) => {
    if (!data.adding || data.after || event.target.closest(".pin")) return;
    const box = stage.getBoundingClientRect();
    const x = +((event.clientX - box.left) / box.width).toFixed(4);
    const y = +((event.clientY - box.top) / box.height).toFixed(4);
    stage._send("add", { x, y });
  };
}
