// Whether the page has room for things side by side, told by the share of it that a part has.
// Two bounds, so that the change of one layout into the other never calls for the change back.
const TOO_NARROW = 560;
const WIDE_AGAIN = 680;

function watchRoom(node, { share, room }, send) {
  node._watch?.disconnect();
  node._watch = new ResizeObserver(() => {
    const width = node.offsetWidth / share;
    const wrong = room === "wide" ? width < TOO_NARROW : width > WIDE_AGAIN;
    if (width && wrong) send("room", room === "wide" ? "narrow" : "wide");
  });
  node._watch.observe(node);
}

