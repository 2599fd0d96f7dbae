// What a page does in the browser that Streamlit does not: no work is lost, a menu that was used goes, the keyboard
// keeps its place, and what has come is said to whoever does not see it.

const MENU = "[data-testid=stSidebarNavLink]";
const CLOSE = "[data-testid=stSidebarCollapseButton] button";
const MENUS = "[data-testid=stPopoverBody]";
const OPENER = "[data-testid=stPopoverButton]";
const FILTERS = ".st-key-filters [aria-checked=true]"; // not the table behind them: it opens who has its focus
const PERSON = ".st-key-opened";
const READER = "reader";
const READER_PLACE = ".st-key-reader";
const TABLE = "[data-testid=stDataFrame]";
const TABS = "[data-testid=stTabs]";
const NARROW = "(max-width: 40rem)";
const listening = { now: new AbortController() };
const SENT = 5000; // ms until the server surely knows a text that was left
const LOOK = 100; // ms between two looks whether the page is drawn
const LATE = 3000; // ms that the reader may take to be drawn
let typing; // the text that somebody writes in, or has just left: the server knows nothing of it yet
let interrupted; // what had the focus when the connection went
let place; // what has the focus, and within which part of the page
let opener; // the button of a menu that had the focus last
let entered; // the menu that is open
let told; // what was said last
let viewed; // what was shown last

// Who is quick chooses a page in the menu before anything here listens.
const [{ name: loaded }] = performance.getEntriesByType("navigation");
if (new URL(loaded).pathname !== location.pathname) collapse();

// Where somebody goes on when what had the focus is gone, by the part of the page that held it; the first that is there.
const LANDINGS = [
  [".st-key-opened", [FILTERS]],
  ["", [".st-key-run button", READER, "[class*=st-key-retrying] button", ".st-key-another-file button", FILTERS,
    "[role=tab][aria-selected=true]", "[data-testid=stFileUploaderDropzone] button"]],
];
const FIRST = "button, input, textarea, [tabindex='0']";

export default function guard({ data }) {
  window.onbeforeunload = (event) => (data.work || typing) && event.preventDefault();
  listening.now.abort();
  listening.now = new AbortController();
  const options = { capture: true, signal: listening.now.signal };
  document.addEventListener("input", ({ target }) => target.matches("textarea") && (typing = target), options);
  document.addEventListener("focusout", leave, options);
  document.addEventListener("keydown", leaveText, options);
  document.addEventListener("click", closeMenu, options);
  document.addEventListener("focusin", ({ target }) => (place = placeOf(target)), options);
  place ??= placeOf(document.activeElement);
  const observer = new MutationObserver(() => {
    enter();
    explainRefusals();
    tellConnection(data.offline);
    if (isAway()) interrupted ??= place?.element;
    else if (goesOn() && isLost()) land();
  });
  const connection = () => tellConnection(data.offline);
  observer.observe(document.body, {
    childList: true, subtree: true, attributeFilter: ["disabled", "data-test-connection-state"],
  });
  for (const change of ["online", "offline"]) window.addEventListener(change, connection, options);
  listening.now.signal.addEventListener("abort", () => observer.disconnect());
  if (data.turn !== told) tell(data);
  if (data.view && data.view !== viewed) view(data);
}

// What was made elsewhere on the page is shown.
function view(data) {
  viewed = data.view;
  setTimeout(() => document.querySelector(TABS)?.scrollIntoView({ block: "start" }), LOOK);
}

// A file that the upload does not take gets a red sign alone, and why is hidden.
function explainRefusals() {
  for (const note of document.querySelectorAll(".st-key-give .refused")) {
    const chips = [...note.closest(".st-key-give").querySelectorAll("[data-testid=stFileChip][aria-invalid=true]")];
    const said = chips.map((chip) => reason(chip, note.dataset.said)).join(" ");
    if (note.textContent !== said) note.textContent = said;
  }
}

function reason(chip, tooLarge) {
  const name = chip.querySelector("[data-testid=stFileChipName]")?.textContent ?? "";
  const hidden = chip.querySelector("[role=alert]")?.textContent ?? "";
  return /or smaller/.test(hidden) ? tooLarge.replace("{name}", () => name) : `${name}: ${hidden}`;
}

const isAway = () => !navigator.onLine || document.querySelector(".stApp")?.dataset.testConnectionState !== "CONNECTED";

// The page shows a choice at once, before it is done; without a connection it is not.
function tellConnection(words) {
  const away = isAway();
  const bar = document.querySelector("#resume-summary-offline") ?? document.body.appendChild(offlineBar());
  const said = away ? words : "";
  if (bar.textContent !== said) bar.textContent = said;
}

function offlineBar() {
  return Object.assign(document.createElement("div"), { id: "resume-summary-offline", role: "alert" });
}

// A field is switched off without a connection. Whoever wrote in it goes on there: what is in it is sent when it is left.
function goesOn() {
  if (interrupted?.isConnected && interrupted.disabled) return false; // not switched on yet
  if (interrupted?.isConnected && document.activeElement === document.body) interrupted.focus();
  interrupted = undefined;
  return true;
}

// A field that is switched off loses the focus: nobody left it, and its text, which would go to nobody, stays to be sent.
function leave(event) {
  if (isAway() && event.target.matches?.(":disabled")) event.stopImmediatePropagation();
  else sendText();
}

function sendText() {
  const left = typing;
  setTimeout(() => typing === left && document.activeElement !== left && (typing = undefined), SENT);
}

// A key that does something does it with the text as it is typed: a field gives its text away when it is left. A table
// takes every key for itself, so that the page gets it in another place.
function leaveText(event) {
  if (!event.altKey || !/^Key[MNVZ]$/.test(event.code)) return;
  typing?.blur();
  if (!event.target.closest?.(TABLE)) return;
  event.stopPropagation();
  const { key, code, altKey } = event;
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, altKey, bubbles: true }));
}

function closeMenu(event) {
  if (event.target.closest?.(MENU)) setTimeout(collapse);
}

function collapse() {
  document.querySelector(CLOSE)?.click();
}

function placeOf(element) {
  if (element.matches(OPENER)) opener = element;
  if (element.closest(MENUS) && opener) return { element, landings: [() => opener] };
  const [, landings] = LANDINGS.find(([part]) => !part || element.closest(part));
  return { element, landings: landings.map((each) => () => found(each)) };
}

// A menu stands at the end of the document: whoever opens it goes into it, and back to its button when it closes.
function enter() {
  const menu = document.querySelector(MENUS);
  if (!menu) entered = null;
  if (!menu || menu === entered || !document.activeElement?.matches(OPENER)) return;
  const first = [...menu.querySelectorAll(FIRST)].find((each) => each.checkVisibility());
  first?.focus();
  if (first) entered = menu;
}

const isLost = () =>
  place && (!place.element.isConnected || place.element.disabled) && document.activeElement === document.body;

// The page may still be drawn, and what was lost come back; the reader is drawn by a script that comes after its place.
function land() {
  const { landings } = place;
  const until = performance.now() + LATE;
  place = undefined;
  const look = () => {
    if (document.activeElement !== document.body) return;
    const coming = document.querySelector(READER_PLACE) && !found(READER) && performance.now() < until;
    if (coming || !document.querySelector('.stApp[data-test-script-state="notRunning"]')) return setTimeout(look, LOOK);
    landings.map((each) => each()).find((each) => each?.checkVisibility())?.focus({ preventScroll: true });
  };
  setTimeout(look, LOOK);
}

// The reader is a tree of its own, and says where its sentences are.
function found(selector) {
  if (selector !== READER) return document.querySelector(selector);
  return window.resumeSummaryText?.isConnected ? window.resumeSummaryText : null;
}

function tell({ news, turn }) {
  told = turn;
  const status = document.querySelector("#resume-summary-news") ?? document.body.appendChild(region());
  status.textContent = "";
  setTimeout(() => (status.textContent = news), LOOK); // what is put into an empty region is said
  if (matchMedia(NARROW).matches) document.querySelector(PERSON)?.scrollIntoView({ block: "start" });
}

function region() {
  const made = Object.assign(document.createElement("div"), { id: "resume-summary-news", role: "status" });
  made.style.cssText = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
  return made;
}
