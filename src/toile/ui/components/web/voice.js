// Speech to words by the browser itself; nothing is drawn where the browser has no such thing.
// Triggers: heard. No sound reaches the studio; some browsers send it to their own maker to read it.

// Where the browser says what went wrong, and what to do about it.
const TROUBLE = {
  "not-allowed": "The microphone is not allowed here. Allow it in your browser, or type.",
  "service-not-allowed": "Your browser does not offer speech here. Type instead.",
  "audio-capture": "No microphone was found. Type instead.",
  "network": "Your browser's speech service cannot be reached. Type instead.",
  "language-not-supported": "Your browser cannot read this language. Type instead.",
};
const MIC = "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm6-3a6 6 0 0 1-12 0M12 18v3";

export default function ({ parentElement: root, setTriggerValue }) {
  const box = root.querySelector(".t");
  box._send = setTriggerValue;
  const Recogniser = window.SpeechRecognition || window.webkitSpeechRecognition;
  if (!Recogniser || box._made) return;
  box._made = true;
  const button = document.createElement("button");
  button.setAttribute("aria-label", "Speak instead of typing. Your browser turns speech into words; it may use its maker's service.");
  button.title = "Speak. Your browser turns speech into words; it may use its maker's service.";
  button.setAttribute("aria-pressed", "false");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", MIC);
  svg.append(path);
  const words = document.createElement("span");
  words.className = "words";
  words.popover = "manual";
  words.setAttribute("role", "status");
  button.append(svg);
  box.append(words, button);

  let listening = null;
  let trouble = "";
  // In the top layer: the row of the prompt would cut it off.
  const say = (text) => {
    words.textContent = text;
    words.togglePopover(Boolean(text));
    const at = button.getBoundingClientRect();
    words.style.right = `${innerWidth - at.right}px`;
    words.style.bottom = `${innerHeight - at.top + 8}px`;
  };
  const stop = () => {
    listening = null;
    button.setAttribute("aria-pressed", "false");
    say(trouble);
    if (trouble) setTimeout(() => listening || say(""), 8000);
  };
  button.onclick = () => {
    if (listening) return listening.stop();
    listening = new Recogniser();
    listening.lang = navigator.language || "en-GB";
    listening.interimResults = true;
    let heard = "";
    trouble = "";
    listening.onresult = (event) => {
      heard = [...event.results].map((result) => result[0].transcript).join(" ");
      say(heard.length > 60 ? `… ${heard.slice(-60)}` : heard);
    };
    listening.onerror = (event) => {
      if (event.error !== "aborted") trouble = TROUBLE[event.error] || "I did not hear anything. Try again, or type.";
    };
    listening.onend = () => {
      stop();
      if (heard.trim()) box._send("heard", heard.trim());
    };
    button.setAttribute("aria-pressed", "true");
    say("Listening. Click again when you are done.");
    try {
      listening.start();
    } catch {
      trouble = TROUBLE["service-not-allowed"];
      stop();
    }
  };
}
