// What a page does in the browser that Streamlit does not: no work is lost, and a menu that was used goes.

const MENU = "[data-testid=stSidebarNavLink]";
const CLOSE = "[data-testid=stSidebarCollapseButton] button";
const listening = { now: new AbortController() };
const SENT = 5000; // ms until the server surely knows a text that was left
let typing; // the text that somebody writes in, or has just left: the server knows nothing of it yet

export default function guard({ data }) {
  window.onbeforeunload = (event) => (data.work || typing) && event.preventDefault();
  listening.now.abort();
  listening.now = new AbortController();
  const options = { capture: true, signal: listening.now.signal };
  document.addEventListener("input", ({ target }) => target.matches("textarea") && (typing = target), options);
  document.addEventListener("focusout", sendText, options);
  document.addEventListener("keydown", leaveText, options);
  document.addEventListener("click", closeMenu, options);
}

function sendText() {
  const left = typing;
  setTimeout(() => typing === left && document.activeElement !== left && (typing = undefined), SENT);
}

// A key that does something does it with the text as it is typed: a field gives its text away when it is left.
function leaveText(event) {
  if (event.altKey && /^Key[NVZ]$/.test(event.code)) typing?.blur();
}

function closeMenu(event) {
  if (event.target.closest?.(MENU)) setTimeout(() => document.querySelector(CLOSE)?.click());
}
