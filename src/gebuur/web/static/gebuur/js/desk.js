// The desk: what to say now follows the field in hand; the cursor starts where the talk is.

const here = document.querySelector("[data-say-here]");

document.addEventListener("focusin", (event) => {
  const words = event.target.closest?.("[data-say]")?.dataset.say;
  if (here && words) here.textContent = words;
});

// A page that opens on a group of choices puts the cursor on its first one, so that number keys work at once.
if (!document.activeElement || document.activeElement === document.body) {
  document.querySelector("[data-focus] input")?.focus({ preventScroll: true });
}
