// Small comforts for every page. All of it works without this file as well.

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-close], [data-print], [data-copy]");
  if (!button) return;
  if (button.matches("[data-close]")) closeToast(button);
  if (button.matches("[data-print]")) window.print();
  if (button.matches("[data-copy]")) copy(button);
});

function closeToast(button) {
  button.closest(".toast").remove();
  document.querySelector("main")?.focus({ preventScroll: true });
}

async function copy(button) {
  const text = document.querySelector(button.dataset.copy)?.innerText ?? "";
  await navigator.clipboard.writeText(text);
  if (button.dataset.done) button.lastChild.textContent = button.dataset.done;
}

// The language menu closes with Escape or a click beside it.
const menu = document.querySelector("details.langs");
if (menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
}

// Chosen moments of the week, read back in words.
document.addEventListener("change", (event) => {
  const picker = event.target.closest("[data-slots]");
  if (!picker) return;
  const chosen = [...picker.querySelectorAll(":checked")].map((box) => box.nextElementSibling.textContent);
  const said = picker.querySelector("[data-slots-said]");
  const head = document.createElement("b");
  head.textContent = picker.dataset.slots.split("|")[chosen.length];
  said.replaceChildren(head, chosen.length ? ` ${chosen.join(", ")}.` : "");
});

// A page that asks once more opens as a dialog over this one.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const part = await fetchDialog(link.href);
  if (!part) {
    window.location.assign(link.href);
    return;
  }
  const dialog = document.createElement("dialog");
  const heading = part.querySelector("h1");
  if (heading) {
    heading.id = "dialog-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
  }
  dialog.append(part);
  document.body.append(dialog);
  for (const back of dialog.querySelectorAll("[data-dialog-back]")) {
    back.addEventListener("click", (click) => {
      click.preventDefault();
      dialog.close();
    });
  }
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  dialog.showModal();
});

async function fetchDialog(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-dialog-part]");
  } catch {
    return null;
  }
}
