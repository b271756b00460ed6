// Speech to words by the browser itself; nothing is drawn where the browser has no such thing.
// Triggers: heard. No sound reaches the studio; some browsers send it to their own maker to read it.

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
  words.className = "sr";
  words.setAttribute("aria-live", "polite");
  button.append(svg, words);
  box.append(button);

  let listening = null;
  const stop = (say = "") => {
    listening = null;
    button.setAttribute("aria-pressed", "false");
    words.textContent = say;
  };
  button.onclick = () => {
    if (listening) return listening.stop();
    listening = new Recogniser();
    listening.lang = navigator.language || "en-GB";
    listening.interimResults = true;
    let heard = "";
    listening.onresult = (event) => {
      heard = [...event.results].map((result) => result[0].transcript).join(" ");
      words.textContent = heard.slice(-40);
    };
    listening.onerror = () => stop("Not heard");
    listening.onend = () => {
      stop();
      if (heard.trim()) box._send("heard", heard.trim());
    };
    button.setAttribute("aria-pressed", "true");
    words.textContent = "Listening";
    listening.start();
  };
}
