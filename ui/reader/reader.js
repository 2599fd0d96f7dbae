/* Draws the sentences, their sources and the resume. Choosing needs no round trip to the server.

   An item is anything that rests on places of the resume: a sentence, a term of the job description, a warning.
   Items are drawn once, as buttons; a place of the resume is a button too, and chooses all items that rest on it. */

export default function reader({ data, parentElement, setTriggerValue }) {
  const find = (selector) => parentElement.querySelector(selector);
  const text = find(".text");
  let dragged;
  const rests = new Set(data.resume.flatMap(({ pieces }) => pieces.flatMap(({ items }) => items)));
  const buttons = data.items.map((item, number) => draw(item, number));

  find(".name").textContent = data.name; // on paper, in the place of the file's
  find(".lines").replaceChildren(...drawLines());
  fill(".target", ".chips", (kind) => kind === "stated" || kind === "unstated");
  fill(".warnings", ".notes", (kind) => kind === "warning");
  text.replaceChildren(...data.resume.map(drawLine));
  const focused = parentElement.getRootNode().activeElement;
  prepareCopying();
  prepareTools();
  if (focused?.hidden) [...parentElement.querySelectorAll(".undo, .redo, .copy")].find(({ hidden }) => !hidden).focus();
  window.resumeSummaryText = find(".summary"); // all of it, so that Copy comes next: where the keyboard goes on when what it had is gone
  choose([following()], "sentence");

  /* The sentence that was chosen, wherever it stands now; what stands in its place, where it is gone. */
  function following() {
    const { number = 0, text: words } = parentElement.chosenSentence ?? {};
    const same = data.items.findIndex((item) => item.kind === "sentence" && item.text === words);
    return same < 0 || data.items[number]?.text === words ? Math.min(number, Math.max(data.sentences - 1, 0)) : same;
  }

  function draw({ kind, text: words, pieces = [{ text: words }], faults = [], kept }, number) {
    const chosen = kind === "sentence" || rests.has(number);
    const parts = (kept ? withLock(pieces) : pieces).map(drawWords);
    const element = pressable(withChildren(make("span", kind), parts), chosen && (() => choose([number], kind)));
    element.classList.toggle("kept", Boolean(kept));
    if (kept) element.append(make("span", "unseen", " (kept)"));
    if (faults.length > 0) element.append(make("span", "unseen", " (did not pass the check)"));
    if (kind === "unstated") element.append(make("span", "unseen", " (not stated)"));
    if (kind === "sentence") takeDrops(element, number);
    return element;
  }

  function drawWords({ text: words, fault, lock }) {
    const className = [fault && "unsupported", lock && "lock"].filter(Boolean).join(" ");
    return className ? make("span", className, words) : words;
  }

  /* Only the chosen sentence can be dragged, so that the words of the others can be selected with the mouse. The buttons
     do the same for the keyboard and on a phone. */
  function takeDrops(element, number) {
    const mark = (over) => element.classList.toggle("target", over);
    element.ondragstart = (event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", data.items[number].text);
      dragged = number;
    };
    element.ondragend = () => (dragged = undefined);
    element.ondragover = (event) => {
      if (dragged === undefined || dragged === number) return;
      event.preventDefault();
      mark(true);
    };
    element.ondragleave = () => mark(false);
    element.ondrop = (event) => {
      event.preventDefault();
      mark(false);
      if (dragged !== undefined) move(dragged, number);
    };
  }

  function move(number, to) {
    wish("move", { number, to });
  }

  /* What changes the text is done by the server, which knows what was checked; it is told what is wished. */
  function wish(kind, more = {}) {
    parentElement.done = { text: data.copied, kind };
    setTriggerValue("wish", { kind, turn: String(Math.random()), ...more });
  }

  function drawLines() {
    if (data.lines.every(({ label }) => !label)) {
      return data.lines.map(({ sentences }) => withChildren(make("p", "paragraph"), spaced(sentences)));
    }
    const rows = data.lines.flatMap(({ label, sentences }) => [
      make("dt", "", label),
      withChildren(make("dd", ""), spaced(sentences)),
    ]);
    return [withChildren(make("dl", "brief"), rows)];
  }

  function spaced(numbers) {
    return numbers.flatMap((number) => [buttons[number], " "]);
  }

  function fill(section, list, wanted) {
    const entries = buttons.filter((_, number) => wanted(data.items[number].kind));
    find(section).hidden = entries.length === 0;
    find(list).replaceChildren(...entries.map((entry) => withChildren(make("li", ""), [entry])));
  }

  function drawLine({ look, pieces }) {
    const line = pieces.map(({ text: words }) => words).join("");
    return withChildren(make("div", look === "text" ? "" : look), pieces.map((piece) => drawPiece(piece, line)));
  }

  function drawPiece({ text: words, items, place }, line) {
    const children = data.blind ? withPlaceholders(words) : [words];
    if (items.length === 0) {
      const rest = withChildren(make("span", ""), children);
      return words.trim().split(/\s+/).length > 2 ? usable(rest, line) : rest;
    }
    const mark = withChildren(make("mark", ""), children);
    mark.items = items;
    mark.place = place;
    /* White space between two quotes is marked with them, but is nothing to stop at. */
    return pressable(mark, words.trim() !== "" && (() => choose(items, "place", mark)));
  }

  /* What no sentence rests on can become a sentence with the rest of its line. It is reached with the arrow keys, so
     that it adds no stops of the tab key. */
  function usable(rest, line) {
    rest.className = "rest";
    rest.tabIndex = -1;
    rest.role = "button";
    rest.onclick = () => offerLine(line);
    rest.onkeydown = (event) => event.key === "Enter" && offerLine(line);
    return rest;
  }

  function choose(numbers, from, place) {
    const first = data.items[numbers[0]];
    if (from === "sentence") parentElement.chosenSentence = { number: numbers[0], text: first?.text };
    find(".shape").hidden = from !== "sentence";
    find("[data-kind=reword]").hidden = !first?.reword;
    find(".use").hidden = true;
    find("[data-kind=keep]").textContent = first?.kept ? "Let it go" : "Keep";
    buttons.forEach((button, each) => {
      press(button, numbers.includes(each));
      button.draggable = from === "sentence" && each === numbers[0];
    });
    const marks = [...text.querySelectorAll("mark")];
    const touched = (mark) => (place ? mark.place === place.place : mark.items.some((item) => numbers.includes(item)));
    marks.forEach((mark) => {
      mark.classList.toggle("chosen", touched(mark));
      press(mark, touched(mark));
    });
    if (place) reveal(buttons[numbers[0]]);
    else scrollTo(marks.find(touched));
    tell(numbers, from);
  }

  function scrollTo(mark) {
    if (!mark) return;
    text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 4;
  }

  function tell(numbers, from) {
    find(".sources h2").textContent = {
      place: "What rests on this place",
      line: "A line that the summary does not tell yet",
      sentence: "Where this sentence comes from",
      stated: "Where the resume states this term",
      warning: "The place that is meant is marked in the resume",
    }[from];
    const details = from === "place" ? numbers.map(rested) : numbers.map(sourced);
    find(".chosen").replaceChildren(...details.flat());
  }

  function rested(number) {
    return make("p", "rested", data.items[number].text);
  }

  function sourced(number) {
    const { faults = [], sources = [], about = "" } = data.items[number];
    return [
      ...faults.map((fault) => make("p", "fault", fault)),
      ...(sources.length > 0 ? [withChildren(make("ul", "quotes"), sources.map(quotations))] : []),
      make("p", "origin", about),
    ];
  }

  function prepareCopying() {
    const status = find(".status");
    const { text: before, kind } = parentElement.done ?? {};
    const changed = before !== undefined && before !== data.copied;
    if (changed) parentElement.done = undefined;
    const place = kind === "move" ? ` ${following() + 1}/${data.sentences}.` : "";
    status.textContent = [changed && data.words[kind] + place, data.state].filter(Boolean).join(" ");
    find(".copy").onclick = async () => {
      status.textContent = (await copy(typed() ?? data.copied))
        ? "Copied."
        : "The browser does not allow copying here; select the text instead.";
    };
  }

  function prepareTools() {
    find(".shape").querySelectorAll("button").forEach((button) => {
      const { kind, by } = button.dataset;
      button.onclick = () => {
        const { number } = parentElement.chosenSentence;
        if (by) move(number, number + Number(by));
        else wish(kind, { number });
      };
    });
    for (const kind of ["undo", "redo"]) {
      const button = find(`.${kind}`);
      button.hidden = !data.tools[kind];
      button.onclick = () => wish(kind);
    }
    find(".use").onclick = () => wish("use", { line: find(".use").line });
    window.resumeSummaryKeys?.abort();
    window.resumeSummaryKeys = new AbortController();
    const keys = { KeyC: ".copy", KeyZ: ".undo" };
    document.addEventListener("keydown", (event) => {
      const button = event.altKey && !event.ctrlKey && keys[event.code] && find(keys[event.code]);
      if (!button || button.hidden) return;
      event.preventDefault();
      button.click();
    }, { signal: window.resumeSummaryKeys.signal });
  }

  text.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const lines = [...text.querySelectorAll(".rest, mark[role=button]")];
    if (!step || lines.length === 0) return;
    event.preventDefault();
    const at = lines.indexOf(document.activeElement?.shadowRoot?.activeElement ?? document.activeElement);
    lines[Math.min(Math.max(at + step, 0), lines.length - 1)].focus();
  };

  function offerLine(line) {
    choose([], "line");
    find(".chosen").replaceChildren(make("p", "rested", line.trim()));
    find(".use").hidden = false;
    find(".use").line = line;
    find(".use").scrollIntoView({ block: "nearest", behavior: "smooth" });
  }
}

/* The sign of a kept sentence stands on one line with its first word. */
function withLock([first, ...others]) {
  const [word] = /^\S*/.exec(first.text);
  return [{ ...first, text: word, lock: true }, { ...first, text: first.text.slice(word.length) }, ...others];
}

/* A <button> cannot run over the end of a line, so what is chosen inside a text is a span in its role. */
function pressable(element, act) {
  if (!act) return element;
  element.role = "button";
  element.tabIndex = 0;
  element.onclick = act;
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
  return element;
}

function press(element, pressed) {
  if (element.role === "button") element.ariaPressed = String(pressed);
}

/* On a phone the summary stands above the resume, perhaps out of sight. */
function reveal(element) {
  element.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

function quotations({ section, quotes }) {
  return withChildren(make("li", ""), [
    make("span", "section", section),
    ...quotes.map((quote) => make("q", "", quote)),
  ]);
}

function withPlaceholders(words) {
  return words.split(/(\[[a-z ]+\])/).map((part, at) => (at % 2 ? make("span", "left-out", part) : part));
}

function make(tag, className, words = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}

function withChildren(element, children) {
  element.append(...children);
  return element;
}

/* What somebody writes and has not left yet, so that the server does not know it. */
function typed() {
  return document.activeElement?.closest("[class*=st-key-text-]")?.querySelector("textarea")?.value;
}

/* The clipboard API exists on https and localhost only; elsewhere the older way is tried. */
async function copy(words) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(words).then(() => true, () => false);
  }
  const area = make("textarea", "", words);
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
