// The wall of shots. Data in through `data`, intents out through triggers: open, why, star, pick,
// reject, move, key (undo, redo, help).
// Runs again on every rerun of the page, so it patches what changed and keeps focus and scroll.

const SHAPE = { green: "", blue: "square", orange: "ring", red: "bar", gray: "ring" };
const STAR = "M12 3.5l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6L3.3 9.8l6.1-.7z";
const GRID = "M1 0v4M2 0v4M0 1h3M0 2h3M0 3h3M0 4L3 0";
const SVG = "http://www.w3.org/2000/svg";
const GAP = 17;
const NARROW = 430;
const KEYS = { u: "undo", U: "redo", "?": "help" };

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text != null) node.textContent = text;
  return node;
};

const drawing = (box, line, stretched) => {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", line);
  svg.append(path);
  if (stretched) {
    svg.setAttribute("preserveAspectRatio", "none");
    path.setAttribute("vector-effect", "non-scaling-stroke");
  }
  return svg;
};

const starIcon = () => {
  const round = make("i");
  round.append(drawing("0 0 24 24", STAR));
  return round;
};

const spoken = (shot) =>
  [`Open shot ${shot.no}, ${shot.title}`, shot.people, shot.line, shot.rights.word, shot.state]
    .filter(Boolean).join(". ");

function picture(shot) {
  const button = make("button", "picture");
  button.dataset.intent = "open";
  button.tabIndex = -1;
  button.style.setProperty("--ratio", shot.ratio || "3/4");
  button.setAttribute("aria-label", spoken(shot));
  const source = shot.forming?.image || shot.image;
  if (source) {
    const image = make("img");
    Object.assign(image, { loading: "lazy", decoding: "async", alt: "", draggable: false, src: source });
    button.append(image);
  } else {
    const blank = make("div", "blank");
    blank.append(drawing("0 0 3 4", GRID, true));
    if (shot.state) blank.append(make("span", "", shot.state));
    button.append(blank);
  }
  if (shot.forming) button.append(forming(shot.forming));
  return button;
}

function forming({ share, text }) {
  const box = make("div", "forming");
  box.append(make("span", "", text));
  const track = make("b");
  const bar = make("i");
  bar.style.width = `${share * 100}%`;
  track.append(bar);
  box.append(track);
  return box;
}

function star(shot) {
  const button = make("button", "star");
  button.dataset.intent = "star";
  button.tabIndex = -1;
  button.setAttribute("aria-pressed", String(shot.starred));
  button.setAttribute("aria-label", `Star shot ${shot.no}`);
  button.append(starIcon());
  return button;
}

// Chosen shots are the ones the next words are about.
function pick(shot) {
  const button = make("button", "pick");
  button.dataset.intent = "pick";
  button.tabIndex = -1;
  button.setAttribute("aria-pressed", String(shot.picked));
  button.setAttribute("aria-label", `Choose shot ${shot.no}`);
  button.append(make("i", "", shot.picked ? "✓" : ""));
  return button;
}

function card(shot) {
  const li = make("li", shot.picked ? "picked" : "");
  li.dataset.id = shot.id;
  li.draggable = true;
  const title = make("div", "title");
  title.append(make("b", "", shot.no), make("span", "", shot.title), make("small", "", shot.version));
  const line = make("div", "line");
  line.append(make("span", "", shot.people), make("span", "", shot.line));
  const badge = make("button", `badge ${shot.rights.colour} ${SHAPE[shot.rights.colour]}`, shot.rights.word);
  badge.dataset.intent = "why";
  badge.tabIndex = -1;
  badge.setAttribute("aria-label", `${shot.rights.word}. Why, for shot ${shot.no}`);
  li.append(picture(shot), pick(shot), star(shot), title, line, badge);
  li._sign = JSON.stringify(shot);
  return li;
}

export default function ({ parentElement: root, data, setTriggerValue }) {
  const wall = root.querySelector(".wall");
  const live = root.querySelector("[aria-live]");
  wall._send = setTriggerValue;
  wall._least = data.least;
  const cards = () => [...wall.querySelectorAll("li")];

  // One tab stop for the whole board: the card last used.
  const stopAt = (li, focus) => {
    for (const each of cards())
      for (const button of each.querySelectorAll("button")) button.tabIndex = each === li ? 0 : -1;
    if (focus) li.querySelector(".picture").focus();
  };

  const waste = (sizes, columns) => {
    let left = 0, empty = 0;
    for (const size of sizes) {
      const span = Math.min(columns, size);
      if (span > left) { empty += left; left = columns; }
      left -= span;
      if (size > columns) empty += (columns - size % columns) % columns;
    }
    return (empty + left) / columns;
  };

  const fit = () => {
    const width = wall.clientWidth;
    if (!width) return;
    const sizes = [...wall.querySelectorAll(".setup")].map((group) => +group.dataset.size);
    const base = Math.max(width < NARROW ? 2 : 1, Math.floor((width + GAP) / (wall._least + GAP)));
    const roomy = (n) => n > 0 && (n === base || width >= NARROW) && (width + GAP) / n - GAP >= 150;
    const columns = [base, base + 1, base - 1].filter(roomy)
      .sort((a, b) => waste(sizes, a) - waste(sizes, b) || Math.abs(a - base) - Math.abs(b - base))[0] || base;
    wall.style.setProperty("--columns", columns);
    for (const group of wall.querySelectorAll(".setup"))
      group.style.setProperty("--span", Math.min(columns, +group.dataset.size));
  };

  const patch = (li, shot) => {
    const focus = li.contains(root.activeElement) ? root.activeElement.dataset.intent : null;
    const stop = li.querySelector(".picture").tabIndex;
    const fresh = card(shot);
    const old = li.querySelector("img");
    // An unchanged picture keeps its node, so that nothing flashes.
    const same = old && old.getAttribute("src") === fresh.querySelector("img")?.getAttribute("src");
    if (same) fresh.querySelector("img").replaceWith(old);
    li.replaceWith(fresh);
    for (const button of fresh.querySelectorAll("button")) button.tabIndex = stop;
    if (focus) fresh.querySelector(`[data-intent=${focus}]`).focus();
  };

  const shape = JSON.stringify(data.setups.map((s) => [s.id, s.title, s.shots.map((shot) => shot.id)]));
  if (wall._shape === shape) {
    const known = new Map(cards().map((li) => [li.dataset.id, li]));
    for (const setup of data.setups)
      for (const shot of setup.shots) {
        const li = known.get(shot.id);
        if (li && li._sign !== JSON.stringify(shot)) patch(li, shot);
      }
    return;
  }
  wall._shape = shape;

  const focused = root.activeElement?.closest?.("li")?.dataset.id;
  const kept = new Map(cards().map((li) => [li.dataset.id, li]));
  const fresh = document.createDocumentFragment();
  for (const setup of data.setups) {
    const section = make("section", "setup");
    section.dataset.size = setup.shots.length;
    section.setAttribute("aria-label", `Set-up ${setup.id}, ${setup.title}, ${setup.shots.length} shots`);
    const header = make("header");
    header.append(make("h3", "", setup.id), make("span", "", setup.title));
    const list = make("ol");
    list.dataset.setup = setup.id;
    for (const shot of setup.shots) {
      const old = kept.get(shot.id);
      list.append(old && old._sign === JSON.stringify(shot) ? old : card(shot));
    }
    section.append(header, list);
    fresh.append(section);
  }
  wall.replaceChildren(fresh);
  fit();
  const stop = cards().find((li) => li.dataset.id === focused) || cards()[0];
  if (stop) stopAt(stop, Boolean(focused));
  if (wall._watch) return;

  wall._watch = new ResizeObserver(fit);
  wall._watch.observe(wall);

  const order = () => cards().map((li) => li.dataset.id);
  const moved = (li) => {
    const place = order().indexOf(li.dataset.id) + 1;
    live.textContent = `Moved to place ${place} of ${cards().length}`;
    wall._shape = "moved";
    wall._send("move", order());
  };

  wall.onclick = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const li = button.closest("li");
    stopAt(li);
    const { intent } = button.dataset;
    if (intent === "pick") return picked(li, event.shiftKey);
    if (intent === "star") flip(button);
    wall._send(intent, li.dataset.id);
  };

  const flip = (button) =>
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));

  // With shift, everything between the card picked last and this one is picked too.
  let last = null;
  const picked = (li, ranged) => {
    const all = cards();
    const from = ranged && last ? all.findIndex((card) => card.dataset.id === last) : -1;
    const to = all.indexOf(li);
    const span = from < 0 ? [li] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
    const changed = span.filter((card) => card === li || card.querySelector(".pick").getAttribute("aria-pressed") !== "true");
    for (const card of changed) flip(card.querySelector(".pick"));
    last = li.dataset.id;
    wall._send("pick", changed.map((card) => card.dataset.id));
  };

  wall.onkeydown = (event) => {
    const li = event.target.closest("li");
    if (!li) return;
    const all = cards();
    const at = all.indexOf(li);
    const top = li.getBoundingClientRect().top;
    const row = all.filter((other) => Math.abs(other.getBoundingClientRect().top - top) < 4).length;
    const step = { ArrowRight: 1, ArrowLeft: -1, j: 1, k: -1, ArrowDown: row, ArrowUp: -row, Home: -at, End: all.length - 1 - at }[event.key];
    if (step !== undefined && event.altKey) {
      const other = Math.sign(step) > 0 ? li.nextElementSibling : li.previousElementSibling;
      if (!other) return;
      event.preventDefault();
      Math.sign(step) > 0 ? other.after(li) : other.before(li);
      stopAt(li, true);
      moved(li);
    } else if (step !== undefined) {
      event.preventDefault();
      stopAt(all[Math.min(all.length - 1, Math.max(0, at + step))], true);
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const { key } = event;
      const button = { s: ".star", x: ".pick", X: ".pick", w: "[data-intent=why]" }[key];
      if (button) key === "X" ? picked(li, true) : li.querySelector(button).click();
      else if (key === "r") wall._send("reject", li.dataset.id);
      else if (KEYS[key]) wall._send("key", KEYS[key]);
      else return;
      event.preventDefault();
    }
  };

  let dragged = null;
  const unmark = () => wall.querySelectorAll(".over, .past").forEach((li) => li.classList.remove("over", "past"));
  // On the far half of a card the dragged one goes behind it: else nothing could become the last.
  const behind = (event, target) => {
    const box = target.getBoundingClientRect();
    return event.clientX > box.left + box.width / 2;
  };
  wall.ondragstart = (event) => {
    dragged = event.target.closest("li");
    if (!dragged) return;
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.id);
  };
  wall.ondragover = (event) => {
    const target = event.target.closest("li");
    // A set-up shares light and set: a card is moved within its own.
    if (!dragged || target?.parentNode !== dragged.parentNode) return;
    event.preventDefault();
    unmark();
    if (target !== dragged) target.classList.add(behind(event, target) ? "past" : "over");
  };
  wall.ondrop = (event) => {
    const target = event.target.closest("li");
    if (!dragged || target === dragged || target?.parentNode !== dragged.parentNode) return;
    event.preventDefault();
    behind(event, target) ? target.after(dragged) : target.before(dragged);
    moved(dragged);
  };
  wall.ondragend = () => {
    unmark();
    dragged?.classList.remove("dragged");
    dragged = null;
  };
}
