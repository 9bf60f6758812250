// Keys of the desk. Each stands beside its word; all can be switched off.
//
//   /        to the search field                   [data-search]
//   1-9, 0   choose within the group with focus    [data-choices] [data-key]
//   Alt 1-n  to another call                       [data-alt]
//   Esc      put the call aside                    form[data-park]
//   Enter    to the next question, never a submit  form[data-keys]; passes by what stands in [data-aside]

const SHELF = "gebuur.keys";
const TYPING = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

let on = localStorage.getItem(SHELF) !== "off";
show();

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keys-switch]")) return;
  on = !on;
  localStorage.setItem(SHELF, on ? "on" : "off");
  show();
});

document.addEventListener("keydown", (event) => {
  if (!on || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
  const done = event.altKey ? switchCall(event) : press(event);
  if (done) event.preventDefault();
});

function show() {
  document.documentElement.classList.toggle("keys-off", !on);
  for (const button of document.querySelectorAll("[data-keys-switch]")) button.setAttribute("aria-pressed", String(on));
}

function switchCall(event) {
  const key = event.code.startsWith("Digit") ? event.code.slice(5) : event.key.toLowerCase();
  const call = document.querySelector(`[data-alt="${CSS.escape(key)}"]`);
  call?.click();
  return Boolean(call);
}

function press(event) {
  if (event.key === "Escape") return park();
  if (event.key === "Enter") return next(event.target);
  if (event.target.matches?.(TYPING)) return false;
  if (event.key === "/") return search();
  if (/^[0-9]$/.test(event.key)) return choose(event.target, event.key);
  return false;
}

function search() {
  const field = document.querySelector("[data-search]");
  field?.focus();
  field?.select();
  return Boolean(field);
}

function park() {
  const form = document.querySelector("form[data-park]");
  if (!form || document.querySelector("dialog[open], details.langs[open]")) return false;
  form.requestSubmit();
  return true;
}

function choose(target, key) {
  const choice = target.closest?.("[data-choices]")?.querySelector(`[data-key="${key}"]`);
  if (!choice) return false;
  choice.click();
  choice.querySelector("input")?.focus();
  return true;
}

function next(target) {
  const form = target.form;
  if (!form?.matches("[data-keys]") || !target.matches("input")) return false;
  const aside = target.closest("[data-aside]");
  const stops = [...form.elements].filter(
    (stop) =>
      stop.matches("input:not([type=hidden]), textarea, select, button[type=submit]") &&
      !stop.disabled &&
      stop.checkVisibility() &&
      [null, aside].includes(stop.closest("[data-aside]")),
  );
  const after = stops.slice(stops.indexOf(target) + 1).find((stop) => stop.name !== target.name || !stop.name);
  (after ?? form.querySelector("[type=submit]"))?.focus();
  return true;
}
