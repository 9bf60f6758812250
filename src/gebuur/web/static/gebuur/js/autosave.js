// form[data-autosave-url]: send changed fields a moment after the last key.
//
// The request is a POST with the changed fields and their names in `changed` (a field that was
// emptied or unticked is named there and has no value). The answer is a sentence, in plain text or
// as {"saved": "Bewaard om 10.42"}, shown in [data-saved]. While there is no connection, what was typed is
// kept in sessionStorage and sent as soon as it can be. Each kept answer fires `gebuur:saved`.

const WAIT = 700;
const RETRY = 5000;

for (const form of document.querySelectorAll("form[data-autosave-url]")) autosave(form);

function autosave(form) {
  const address = form.dataset.autosaveUrl;
  const shelf = `gebuur.unsent:${address}`;
  const status = document.querySelector("[data-saved]");
  const words = status?.querySelector("[data-saved-words]") ?? status;
  const changed = new Set();
  let timer = 0;
  let sending = false;

  restore();

  form.addEventListener("input", note);
  form.addEventListener("change", note);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    changed.clear();
    sessionStorage.removeItem(shelf);
  });
  window.addEventListener("online", send);
  window.addEventListener("pagehide", () => changed.size && send({ leaving: true }));

  function note(event) {
    const name = event.target.name;
    if (!name || name === "csrfmiddlewaretoken" || event.target.type === "file") return;
    changed.add(name);
    keep();
    later(WAIT);
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  }

  async function send({ leaving = false } = {}) {
    if (!changed.size || (sending && !leaving)) return;
    clearTimeout(timer);
    sending = true;
    const names = [...changed];
    changed.clear();
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: pack(names),
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Requested-With": "fetch" },
        keepalive: leaving,
      });
      if (answer.redirected || [401, 403, 404].includes(answer.status)) giveBack(names, "away");
      else if (answer.status >= 500) giveBack(names, "lost");
      else await settle(answer);
    } catch {
      giveBack(names, "lost");
    }
    sending = false;
    if (changed.size && !status?.classList.contains("is-lost")) later(WAIT);
  }

  async function settle(answer) {
    const sentence = await read(answer);
    if (!changed.size) sessionStorage.removeItem(shelf);
    else keep();
    status?.classList.toggle("is-lost", !answer.ok);
    if (words && sentence) words.textContent = sentence;
    if (answer.ok) form.dispatchEvent(new CustomEvent("gebuur:saved", { bubbles: true }));
  }

  async function read(answer) {
    const kind = answer.headers.get("Content-Type") ?? "";
    if (kind.startsWith("application/json")) return (await answer.json()).saved ?? "";
    return kind.startsWith("text/plain") ? (await answer.text()).trim() : "";
  }

  function giveBack(names, why) {
    for (const name of names) changed.add(name);
    keep();
    if (status) {
      status.classList.add("is-lost");
      words.textContent = status.dataset[why] ?? "";
    }
    if (why === "lost") later(RETRY);
  }

  function pack(names) {
    const whole = new FormData(form);
    const parcel = new FormData();
    for (const name of names) {
      parcel.append("changed", name);
      for (const value of whole.getAll(name)) parcel.append(name, value);
    }
    return parcel;
  }

  function keep() {
    const whole = new FormData(form);
    const unsent = Object.fromEntries([...changed].map((name) => [name, whole.getAll(name)]));
    sessionStorage.setItem(shelf, JSON.stringify(unsent));
  }

  function restore() {
    const unsent = JSON.parse(sessionStorage.getItem(shelf) ?? "{}");
    for (const [name, values] of Object.entries(unsent)) {
      for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (input.type === "checkbox" || input.type === "radio") input.checked = values.includes(input.value);
        else input.value = values[0] ?? "";
      }
      changed.add(name);
    }
    if (changed.size) send();
  }
}
