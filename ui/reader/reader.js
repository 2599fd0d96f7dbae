/* Draws the sentences, their quotes and the resume; choosing a sentence needs no round trip to the server. */

export default function reader({ data, parentElement }) {
  const find = (selector) => parentElement.querySelector(selector);
  const text = find(".text");

  /* A <button> cannot run over the end of a line, so the sentences of a paragraph are spans in its role. */
  const buttons = data.sentences.map((sentence, number) => {
    const button = make("span", "sentence", sentence.text);
    button.role = "button";
    button.tabIndex = 0;
    button.onclick = () => choose(number);
    button.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(number);
    };
    return button;
  });
  find(".paragraph").replaceChildren(...buttons.flatMap((button) => [button, " "]));

  text.replaceChildren(
    ...data.segments.map(({ text: words, sentences }) => {
      const piece = make(sentences.length ? "mark" : "span", "", words);
      piece.sentences = sentences;
      return piece;
    }),
  );

  const status = find(".status");
  status.textContent = "";
  find(".copy").onclick = async () => {
    status.textContent = (await copy(data.sentences.map(({ text: words }) => words).join(" ")))
      ? "Copied."
      : "The browser does not allow copying here; select the text instead.";
  };

  function choose(number) {
    buttons.forEach((button, each) => button.setAttribute("aria-pressed", String(each === number)));
    const marks = [...text.querySelectorAll("mark")];
    marks.forEach((mark) => mark.classList.toggle("chosen", mark.sentences.includes(number)));
    const first = marks.find((mark) => mark.classList.contains("chosen"));
    if (first) {
      text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 4;
    }
    const { sources, origin } = data.sentences[number];
    find(".quotes").replaceChildren(...sources.map(quotations));
    find(".origin").textContent = origin;
  }

  choose(0);
}

function quotations({ section, quotes }) {
  const item = make("li", "", "");
  item.append(make("span", "section", section), ...quotes.map((quote) => make("q", "", quote)));
  return item;
}

function make(tag, className, words) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = words;
  return element;
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
