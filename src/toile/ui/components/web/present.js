// The board, full screen, one picture at a time. Trigger: closed.
// A dialog itself may not fill the screen, so what is in it does.
// The controls fade while nobody moves; a key, a touch or the pointer brings them back.
// A modal dialog lies in the top layer, above everything Streamlit draws.

export default function ({ parentElement: root, data, setTriggerValue }) {
  const dialog = root.querySelector("dialog");
  const part = (name) => root.querySelector(name);
  const sign = JSON.stringify(data);
  if (dialog._sign === sign && dialog.open) return;
  dialog._sign = sign;
  let at = Math.min(data.start, data.slides.length - 1);

  const draw = () => {
    const slide = data.slides[at];
    Object.assign(part("img"), { src: slide.image, alt: slide.title });
    part("small").textContent = `Shot ${slide.no}`;
    part("h2").textContent = slide.title;
    part(".line").textContent = slide.line;
    part(".look").textContent = slide.look;
    part(".count").textContent = `${at + 1} / ${data.slides.length}`;
    if (data.slides[at + 1]) new Image().src = data.slides[at + 1].image;
  };
  const go = (step) => {
    at = Math.min(data.slides.length - 1, Math.max(0, at + step));
    draw();
  };
  let asleep;
  const wake = () => {
    dialog.classList.remove("still");
    clearTimeout(asleep);
    asleep = setTimeout(() => dialog.classList.add("still"), 2500);
  };
  let from = null;
  dialog.onpointermove = wake;
  dialog.onpointerdown = (event) => { from = event.clientX; wake(); };
  dialog.onpointerup = (event) => {
    const moved = from === null ? 0 : event.clientX - from;
    from = null;
    if (Math.abs(moved) > 40) go(moved < 0 ? 1 : -1);
  };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : part(".show").requestFullscreen());

  part(".previous").onclick = () => go(-1);
  part(".next").onclick = () => go(1);
  part(".full").onclick = full;
  part(".leave").onclick = () => dialog.close();
  dialog.onclose = () => setTriggerValue("closed", true);
  dialog.onkeydown = (event) => {
    wake();
    if (event.key === "Home" || event.key === "End") { event.preventDefault(); go(event.key === "Home" ? -at : data.slides.length); }
    const step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
    if (step) { event.preventDefault(); go(step); }
    if (event.key === " " && !event.target.closest("button")) { event.preventDefault(); go(1); }
    if (event.key === "f" || event.key === "F") full();
    event.stopPropagation();
  };
  draw();
  wake();
  if (!dialog.open) dialog.showModal();
  part(".next").focus();
  return () => {
    clearTimeout(asleep);
    dialog.onclose = null;
    if (dialog.open) dialog.close();
  };
}
