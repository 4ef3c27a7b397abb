// Keys: one letter gives a command; nothing listens unless the person switched the keys on.
const keys = JSON.parse(document.body.dataset.keys || "{}");
const typing = (element) => element.closest("input, textarea, select, [contenteditable], dialog");

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
  if (target) {
    if (target.matches("input, select, textarea")) target.focus();
    else target.click();
    return true;
  }
  if (command === "next") return move(1);
  if (command === "previous") return move(-1);
  return false;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const command = keys[event.key.toLowerCase()];
  if (command && give(command)) event.preventDefault();
});

// A long form is sent from any of its fields, without walking to its button.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form[data-submits]");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector("[data-submit]"));
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
