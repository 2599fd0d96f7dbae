// Files given together go as few archives. The widget draws the names of all files anew whenever one of them begins or
// has arrived, so that five hundred stand still for many seconds, and one that does not arrive is gone without a word.
// Without this script the widget takes the files one by one, as it always does.

const FIELD = "input[type=file]";
const passing = new WeakSet(); // events by which this script gives files to the widget
const listening = { now: new AbortController() };
const last = { said: "" }; // what has to be known of the files given last; the widget is another one by then

export default function dropzone({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const folder = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
  const button = parentElement.querySelector("button");
  const say = (text) => (status.textContent = text);
  const start = (field, files) => give(field, files, data, say);
  say(last.said);
  button.textContent = data.words.folder;
  button.hidden = !("webkitdirectory" in HTMLInputElement.prototype) || matchMedia("(pointer: coarse)").matches;
  button.onclick = () => folder.click();
  folder.onchange = () =>
    start(document.querySelector(`${data.around} ${FIELD}`), withoutRoot([...folder.files].map(asGiven)));
  listening.now.abort();
  const mine = (listening.now = new AbortController());
  const options = { capture: true, signal: mine.signal };
  document.addEventListener("change", (event) => chosen(event, data, start), options);
  document.addEventListener("drop", (event) => dropped(event, data, start), options);
  return () => mine.abort(); // another page has a widget of its own, and may listen already
}

function chosen(event, data, start) {
  if (passing.has(event) || !event.target.closest?.(data.around) || !event.target.matches(FIELD)) return;
  const files = [...event.target.files];
  if (files.length < 2) return;
  event.stopImmediatePropagation();
  start(event.target, files.map(asGiven));
}

async function dropped(event, data, start) {
  const zone = event.target.closest?.(data.around);
  if (!zone || passing.has(event)) return;
  const files = [...event.dataTransfer.files];
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const folders = entries.some((entry) => entry.isDirectory);
  if (files.length < 2 && !folders) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // The widget takes notice of what is dragged over it until that leaves.
  event.target.dispatchEvent(new DragEvent("dragleave", { bubbles: true, dataTransfer: event.dataTransfer }));
  const found = folders ? (await Promise.all(entries.map(inside))).flat() : files.map(asGiven);
  start(zone.querySelector(FIELD), entries.length === 1 ? withoutRoot(found) : found);
}

const asGiven = (file) => ({ name: file.webkitRelativePath || file.name, file });

function withoutRoot(given) {
  const root = given[0]?.name.split("/")[0] + "/";
  if (!given.every(({ name }) => name.startsWith(root))) return given;
  return given.map(({ name, file }) => ({ name: name.slice(root.length), file }));
}

async function inside(entry) {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) return [{ name: path, file: await new Promise((...done) => entry.file(...done)).catch(() => null) }];
  const reader = entry.createReader();
  const found = [];
  for (let more = [null]; more.length; found.push(...more)) {
    more = await new Promise((...done) => reader.readEntries(...done)).catch(() => null); // a hundred at a time
    if (more === null) return [...(await Promise.all(found.map(inside))).flat(), { name: `${path}/`, file: null }];
  }
  return (await Promise.all(found.map(inside))).flat();
}

async function give(field, given, data, say) {
  last.said = "";
  const archives = given.filter(({ name }) => /\.zip$/i.test(name));
  const parts = parted(given.filter(({ name }) => !/\.zip$/i.test(name)), data);
  const count = given.length - archives.length;
  const unread = [];
  const made = [];
  for (const [number, part] of parts.entries()) {
    const name = parts.length === 1 ? `${count} files.zip` : `${count} files, part ${number + 1} of ${parts.length}.zip`;
    const taken = parts.slice(0, number).flat().length;
    made.push(new File(await archive(part, data, unread, (done) => say(told(data.words.packing, taken + done, count))), name));
  }
  if (unread.length) last.said = told(data.words.unread, unread.join(", "));
  const sent = [...made, ...archives.map(({ file }) => file)];
  const sending = sent.length === 1 ? data.words.sending : data.words.parts;
  hand(field.isConnected ? field : (document.querySelector(`${data.around} ${FIELD}`) ?? field), sent);
  follow(sent.length, (there) => say(`${told(sending, given.length, there, sent.length)} ${last.said}`));
}

// Each part holds files up to a size, and one file at least.
function parted(given, { part, most }) {
  const parts = [];
  let size = Infinity;
  for (const each of given) {
    const bytes = each.file?.size ?? 0; // none is one that the browser may not read
    if (size + bytes > part || parts.at(-1).length >= most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1).push(each);
    size += bytes;
  }
  return parts;
}

function hand(field, files) {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  field.files = list.files;
  const event = new Event("change", { bubbles: true });
  passing.add(event);
  field.dispatchEvent(event);
}

function follow(parts, tell) {
  let there = 0;
  tell(there);
  if (parts === 1) return;
  const observer = new PerformanceObserver((list) => {
    there += list.getEntries().filter(({ name }) => name.includes("/upload_file/")).length;
    if (there >= parts) observer.disconnect();
    else tell(there);
  });
  observer.observe({ type: "resource" });
}

const told = (words, ...values) => values.reduce((text, value) => text.replace("{}", () => value), words);

// A ZIP whose files are stored as they are (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), with names in UTF-8.
async function archive(given, { largest, mark }, unread, tell) {
  const [local, central] = [[], []];
  let [offset, length] = [0, 0];
  for (const [number, { name, file }] of given.entries()) {
    const content = file?.slice(0, largest);
    const bytes = (await content?.arrayBuffer().catch(() => null)) ?? null;
    tell(number + 1);
    if (bytes === null) {
      unread.push(name);
      continue;
    }
    const path = new TextEncoder().encode(name);
    const about = [20, 0x800, 0, 0, 0x21, checksum(new Uint8Array(bytes)), bytes.byteLength, bytes.byteLength, path.length];
    const head = record("local", [0x04034b50, ...about, 0]);
    local.push(head, path, content);
    const entry = record("central", [0x02014b50, 20, ...about, 0, 0, 0, 0, 0, offset]);
    central.push(entry, path);
    length += entry.length + path.length;
    offset += head.length + path.length + bytes.byteLength;
  }
  const count = central.length / 2;
  return [...local, ...central, record("end", [0x06054b50, 0, 0, count, count, length, offset, mark.length]), mark];
}

// The widths in bytes of the fields of a local header, a central one, and the end.
const WIDTHS = {
  local: [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2],
  central: [4, 2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4],
  end: [4, 2, 2, 2, 2, 4, 4, 2],
};

function record(kind, values) {
  const widths = WIDTHS[kind];
  const view = new DataView(new ArrayBuffer(widths.reduce((sum, width) => sum + width)));
  let at = 0;
  for (const [number, width] of widths.entries()) {
    if (width === 4) view.setUint32(at, values[number], true);
    else view.setUint16(at, values[number], true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
