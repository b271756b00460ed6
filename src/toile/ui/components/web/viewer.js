// One picture, large: with pins, or against another version with a slider. Triggers: add, pin.

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text != null) node.textContent = text;
  return node;
};

export default function ({ parentElement: root, data, setTriggerValue }) {
  const stage = root.querySelector(".stage");
  stage._send = setTriggerValue;
  const sign = JSON.stringify(data);
  if (stage._sign === sign) return;
  stage._sign = sign;
  const place = stage.style.getPropertyValue("--x") || "50%";
  const [wide, high] = (data.ratio || "3/4").split("/").map(Number);
  stage.style.setProperty("--ratio", data.ratio || "3/4");
  stage.style.width = `min(100%, calc((${data.height}) * ${wide / high}))`;
  stage.className = data.adding && !data.after ? "stage adding" : "stage";
  stage.replaceChildren();

  if (!data.image) {
    stage.append(make("div", "words", data.words));
    stage.onclick = null;
    return;
  }
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
