// The desk: what to say now follows the field in hand; the cursor starts where the talk is.

const here = document.querySelector("[data-say-here]");

// A page that opens on a group of choices puts the cursor on its first one, so that number keys work at once.
if (!document.activeElement || document.activeElement === document.body) {
  document.querySelector("[data-focus] input")?.focus({ preventScroll: true });
}

document.querySelector(".calls [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });

say(document.activeElement);
document.addEventListener("focusin", (event) => say(event.target));

function say(field) {
  const words = field?.closest?.("[data-say]")?.dataset.say;
  if (here && words) here.textContent = words;
}
