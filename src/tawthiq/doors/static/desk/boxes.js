// Boxes: dragging on the frame fills in the next empty row of numbers; the numbers alone are what is sent.
const frame = document.querySelector("[data-frame]");
const rows = [...document.querySelectorAll("[data-drawn] tbody tr")].map((row) => [...row.querySelectorAll("input")]);
const shapes = rows.map(() => {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.classList.add("drawn");
  return frame.appendChild(rect);
});

function show() {
  rows.forEach((cells, n) => {
    const numbers = cells.map((cell) => Number(cell.value));
    const whole = cells.every((cell) => cell.value !== "") && numbers[2] > 0 && numbers[3] > 0;
    ["x", "y", "width", "height"].forEach((name, at) => shapes[n].setAttribute(name, whole ? numbers[at] : 0));
  });
}

function place(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(frame.getScreenCTM().inverse());
  const { width, height } = frame.viewBox.baseVal;
  return [Math.round(Math.min(Math.max(at.x, 0), width)), Math.round(Math.min(Math.max(at.y, 0), height))];
}

let begun = null;
frame.addEventListener("pointerdown", (event) => {
  const free = rows.find((cells) => cells.every((cell) => cell.value === ""));
  if (!free) return;
  begun = { cells: free, at: place(event) };
  frame.setPointerCapture(event.pointerId);
  event.preventDefault();
});
frame.addEventListener("pointermove", (event) => {
  if (!begun) return;
  const [x, y] = place(event);
  const left = Math.min(x, begun.at[0]), top = Math.min(y, begun.at[1]);
  const sides = [left, top, Math.abs(x - begun.at[0]), Math.abs(y - begun.at[1])];
  begun.cells.forEach((cell, n) => { cell.value = sides[n]; });
  show();
});
frame.addEventListener("pointerup", () => {
  if (begun && begun.cells.some((cell) => Number(cell.value) === 0) && Number(begun.cells[2].value) * Number(begun.cells[3].value) === 0) {
    begun.cells.forEach((cell) => { cell.value = ""; });
  }
  begun = null;
  show();
});
document.querySelector("[data-drawn]").addEventListener("input", show);
show();
