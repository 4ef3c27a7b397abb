// Select: words of a text, chosen with the mouse or with the arrow keys, become the place of a statement that a person adds.
// What is sent are places in the kept text, in code points, and the words themselves, which the desk holds against it.
const sheet = document.querySelector("[data-selects]");
const form = document.querySelector("form[data-missed]");
const hint = document.querySelector("[data-selecting]");
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,\-٬٫،][\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?؟…]["'”’»)\]]*\s/u;
const points = (words) => [...words].length;
let kept = null;

// The words of the sheet in their order, each with the sentence that it stands in.
function wordsOf() {
  const found = [];
  let sentence = 0, block = null, before = "";
  for (const piece of sheet.querySelectorAll("[data-at]")) {
    if (piece.closest("p") !== block) [block, before, sentence] = [piece.closest("p"), "", sentence + 1];
    const node = piece.firstChild;
    let last = 0;
    for (const match of node ? node.data.matchAll(WORD) : []) {
      if (SENTENCE_END.test(before + node.data.slice(last, match.index))) sentence += 1;
      last = match.index + match[0].length;
      before = "";
      found.push({ node, from: match.index, to: last, sentence });
    }
    before += node ? node.data.slice(last) : "";
  }
  return found;
}

// What is selected of the text: its places, and the words as they are shown; null for nothing.
function selected() {
  const selection = getSelection();
  if (!sheet || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const parts = [];
  for (const piece of sheet.querySelectorAll("[data-at]")) {
    const node = piece.firstChild;
    if (!node || !range.intersectsNode(node)) continue;
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : node.length;
    if (to > from) parts.push({ at: Number(piece.dataset.at), text: node.data, from, to });
  }
  if (parts.length === 0) return null;
  const first = parts[0], last = parts[parts.length - 1];
  return {
    start: first.at + points(first.text.slice(0, first.from)),
    end: last.at + points(last.text.slice(0, last.to)),
    words: parts.map((part) => part.text.slice(part.from, part.to)).join(""),
  };
}

function send(found) {
  for (const name of ["start", "end", "words"]) form.elements[name].value = found[name];
  form.submit();
}

// Selecting with the arrow keys: `fixed` stays, `moving` goes; both are words by their number.
let words = [], fixed = 0, moving = 0;

function show() {
  const [low, high] = [words[Math.min(fixed, moving)], words[Math.max(fixed, moving)]];
  getSelection().setBaseAndExtent(low.node, low.from, high.node, high.to);
  const { node } = words[moving];
  const box = node.parentElement.getBoundingClientRect(), frame = sheet.getBoundingClientRect();
  if (box.bottom > Math.min(frame.bottom, innerHeight) || box.top < Math.max(frame.top, 0)) {
    node.parentElement.scrollIntoView({ block: "center" });
  }
  hint.querySelector("[data-selected]").textContent = getSelection().toString().slice(0, 200);
}

function begin() {
  words = wordsOf();
  if (words.length === 0) return false;
  const here = sheet.querySelector("mark.here") || words.find(({ node }) => node.parentElement.getBoundingClientRect().bottom > 0)?.node;
  fixed = moving = Math.max(0, words.findIndex(({ node }) => (here instanceof Element ? here.contains(node) : node === here)));
  hint.hidden = false;
  sheet.focus();
  show();
  return true;
}

function leave() {
  words = [];
  hint.hidden = true;
  getSelection().removeAllRanges();
  form.querySelector("button").focus();
}

// The first word of the sentence before or behind; with Shift the last word of it, so that whole sentences are taken.
function bySentence(step, shift) {
  const here = words[moving].sentence;
  if (step > 0) {
    const ends = (n) => words.findLastIndex((word) => word.sentence === n);
    if (shift) return moving < ends(here) ? ends(here) : ends(words[Math.min(moving + 1, words.length - 1)].sentence);
    return Math.min(ends(here) + 1, words.length - 1);
  }
  const begins = words.findIndex((word) => word.sentence === here);
  return moving > begins ? begins : words.findIndex((word) => word.sentence === words[Math.max(begins - 1, 0)].sentence);
}

function target({ key, shiftKey }) {
  const rtl = getComputedStyle(words[moving].node.parentElement).direction === "rtl";
  if (key === "ArrowLeft" || key === "ArrowRight") {
    return Math.min(Math.max(moving + ((key === "ArrowRight") === rtl ? -1 : 1), 0), words.length - 1);
  }
  if (key === "ArrowUp" || key === "ArrowDown") return bySentence(key === "ArrowDown" ? 1 : -1, shiftKey);
  return null;
}

sheet?.addEventListener("keydown", (event) => {
  if (words.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = target(event);
  if (to !== null) {
    moving = to;
    if (!event.shiftKey) fixed = to;
    show();
  } else if (event.key === "Enter") send(selected());
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
});

// A press of the button takes the selection that stood before the press: some browsers drop it.
form?.addEventListener("pointerdown", () => { kept = selected(); });
form?.addEventListener("submit", (event) => {
  const found = selected() || kept;
  kept = null;
  event.preventDefault();
  if (found) send(found);
  else if (!sheet || !begin()) form.submit();
});
