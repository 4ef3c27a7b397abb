// Keys: one letter gives a command; nothing listens unless the person switched the keys on.
const keys = JSON.parse(document.body.dataset.keys || "{}");
const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog");

// The letter itself, or, where the keyboard writes another script, the letter that stands on the key.
function letter(event) {
  const typed = event.key.toLowerCase();
  if (typed in keys || /^[\x20-\x7e]$/.test(typed)) return typed;
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return /^(Key|Digit)(.)$/.exec(event.code)?.[2].toLowerCase() ?? typed;
}

const DECIDING = ["accept", "reject", "tick", "verified", "unverified", "needs_more"];

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return false;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  (next.querySelector("a, button") || next).focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function give(command) {
  const row = document.activeElement.closest("[data-row]");
  const target = (row || document).querySelector(`[data-key="${command}"]`)
    || document.querySelector(`[data-key="${command}"]`);
  if (command === "tick") return tick();
  if (target) {
    target.closest("details")?.setAttribute("open", "");
    if (target.matches("input, select, textarea")) target.focus();
    else target.click();
    return true;
  }
  if (command === "next") return move(1);
  if (command === "previous") return move(-1);
  return false;
}

// One press is one doubt looked at.
function tick() {
  const box = document.querySelector("input[data-tick]:not(:checked)");
  if (!box) return false;
  box.click();
  box.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const command = keys[letter(event)];
  // A key that is held down does not go on deciding what comes next.
  if (event.repeat && DECIDING.includes(command)) return event.preventDefault();
  if (command && give(command)) event.preventDefault();
});

// A long form is sent from any of its fields, without walking to its button; a reason gives the command it is the reason of.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest("form[data-submits]");
  if (form) form.requestSubmit(form.querySelector("[data-submit]"));
  else if (event.target.dataset.sends) document.querySelector(`[data-key="${event.target.dataset.sends}"]`).click();
});

const help = document.querySelector("#keys-help");
document.querySelectorAll("[data-opens-keys]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
});

// How long a card was open, sent with the decision; nobody is judged by it.
const opened = Date.now();
document.addEventListener("submit", (event) => {
  const field = event.target.querySelector("input[data-seconds-open]");
  if (field) field.value = Math.round((Date.now() - opened) / 1000);
});

// The statement under review is brought into view beside its card.
// Only its own sheet is moved, where the text has one that scrolls: the head of the page stays where it is.
const here = document.querySelector(".text mark.here");
const sheet = here?.closest(".stay");
if (here && !location.hash && sheet && sheet.scrollHeight > sheet.clientHeight) {
  sheet.scrollTop += here.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3;
}
