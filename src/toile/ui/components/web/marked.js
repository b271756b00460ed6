// The client's own words with the understood facts underlined. Text nodes only: never markup.
// Triggers: room.

export default function ({ parentElement: root, data, setTriggerValue }) {
  const text = root.querySelector("p");
  watchRoom(text, data.measure, setTriggerValue);
  const legend = root.querySelector("ul");
  if (text._sign === JSON.stringify(data)) return;
  text._sign = JSON.stringify(data);
  text.replaceChildren();
  legend.replaceChildren();
  // Offsets count characters, not UTF-16 units.
  const letters = Array.from(data.text);
  text.classList.toggle("long", letters.length > 700);
  const part = (from, to) => letters.slice(from, to).join("");
  let at = 0;
  for (const span of data.spans) {
    text.append(part(at, span.start));
    const mark = document.createElement("mark");
    mark.className = span.kind;
    mark.title = span.label;
    mark.textContent = part(span.start, span.end);
    text.append(mark);
    at = span.end;
  }
  text.append(part(at));
  for (const [kind, label] of data.legend) {
    const item = document.createElement("li");
    item.className = kind;
    item.textContent = label;
    legend.append(item);
  }
}
