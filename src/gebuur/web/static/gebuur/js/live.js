// A workshop that is going on: what changes on the server changes here, and nothing typed is ever lost.
//
//   [data-live]       the address of the stream; [data-state] the address to ask when there is no stream
//   [data-live-part]  what is fetched again; [data-version] what it showed
//   [data-answer]     the form of one question; what is typed in it is kept on this phone until it was taken in
//   [data-press]      the key that presses a button of the screen

const room = document.querySelector("[data-live]");
const POLL = 7000;
const RETRY = 3000;
const SHELF = "gebuur.room.";
const SOONEST = 600;
const MOVE_A_SEAT = 20;
const SHOWN_A_SEAT = 100;
let sending = false;
let seats = 0;
let looking;

if (room) {
  listen();
  restore();
  document.addEventListener("input", keep);
  document.addEventListener("submit", send);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-go-along]")) look({ leave: true });
  });
  document.addEventListener("keydown", press);
  window.addEventListener("online", () => look());
  setInterval(showTime, 10000);
  showTime();
}
forgetAtTheEnd();

function listen() {
  if (!window.EventSource) return poll();
  const stream = new EventSource(room.dataset.live);
  let began = false;
  stream.onopen = () => {
    if (began) lookSoon(MOVE_A_SEAT);
    began = true;
  };
  stream.onmessage = (event) => hear(JSON.parse(event.data));
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) poll();
  };
}

// Without a stream: ask every few seconds whether something changed.
function poll() {
  if (!room.dataset.state) return setInterval(look, POLL);
  setInterval(async () => {
    try {
      const answer = await fetch(room.dataset.state);
      if (!answer.ok) return;
      const state = await answer.json();
      count(state);
      if (state.version !== part().dataset.version) look();
    } catch {
      // No connection now; the next round asks again.
    }
  }, POLL);
}

function hear(said) {
  count(said);
  if (["move", "again"].includes(said.what)) lookSoon(MOVE_A_SEAT);
  if (["shown", "note"].includes(said.what) && (!room.dataset.state || !form())) lookSoon(SHOWN_A_SEAT);
}

// The screen and the remote look at once. A room full of phones does not: the more there are, the wider they spread,
// and one look is enough for all that was said meanwhile. What comes next on the screen goes before what was answered.
function lookSoon(spread) {
  if (!room.dataset.state) return look();
  const wait = Math.random() * Math.max(SOONEST, seats * spread);
  const at = Date.now() + wait;
  if (looking && looking.at <= at) return;
  if (looking) clearTimeout(looking.timer);
  looking = { at, timer: setTimeout(() => { looking = undefined; look(); }, wait) };
}

function count(said) {
  seats = said.seats ?? seats;
  const asked = form()?.dataset.answer ?? said.pool;
  if ("answered" in said && asked === said.pool) for (const place of document.querySelectorAll("[data-answered]")) place.textContent = said.answered;
  if ("seats" in said) for (const place of document.querySelectorAll("[data-seats]")) place.textContent = said.seats;
}

function part() {
  return document.querySelector("[data-live-part]");
}

function form() {
  return document.querySelector("form[data-answer]");
}

async function look({ leave = false } = {}) {
  try {
    const answer = await fetch(window.location.href, { headers: { "X-Requested-With": "fetch" } });
    if (answer.ok) show(await answer.text(), { leave });
  } catch {
    // No connection now; the stream opens again by itself, and then we look.
  }
}

// Put the new part in place, unless somebody is in the middle of a sentence.
function show(text, { leave = false } = {}) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("[data-live-part]");
  if (!fresh) return window.location.reload();
  const own = form();
  const next = fresh.querySelector("form[data-answer]");
  if (own && !leave && !sending && isTyped(own)) {
    if (next?.dataset.answer === own.dataset.answer) return;
    document.querySelector("[data-moved]").hidden = false;
    return;
  }
  const moved = document.querySelector("[data-moved]");
  if (moved) moved.hidden = true;
  const isSame = next && own && next.dataset.answer === own.dataset.answer && fresh.dataset.version === part().dataset.version;
  if (isSame && !leave) return;
  const held = hold(part());
  part().replaceWith(fresh);
  forgetAtTheEnd();
  held(fresh);
  restore();
  showTime();
}

// What somebody had opened and where the keyboard stood, found back in the new part by its words.
function hold(old) {
  const words = (one) => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent.trim()}`;
  const open = [...old.querySelectorAll("details[open] > summary")].map(words);
  const at = old.contains(document.activeElement) ? words(document.activeElement) : undefined;
  return (fresh) => {
    for (const one of fresh.querySelectorAll("details > summary")) if (open.includes(words(one))) one.parentElement.open = true;
    if (at) [...fresh.querySelectorAll("a, button, summary")].find((one) => words(one) === at)?.focus({ preventScroll: true });
  };
}

// A phone may be shared: when the workshop is over, what was typed and not sent goes.
function forgetAtTheEnd() {
  if (!document.querySelector("[data-over]")) return;
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(SHELF))) localStorage.removeItem(key);
}

function isTyped(own) {
  return [...own.elements].some((field) => (field.matches("[type=radio], [type=checkbox]") ? field.checked : field.matches("textarea, input:not([type=hidden])") && field.value.trim()));
}

function keep(event) {
  const own = event.target.closest("form[data-answer]");
  if (!own) return;
  const data = [...new FormData(own)].filter(([name]) => !["csrfmiddlewaretoken", "pool"].includes(name));
  localStorage.setItem(SHELF + own.dataset.answer, JSON.stringify(data));
  showLeft(own);
}

function restore() {
  const own = form();
  if (!own) return;
  const kept = JSON.parse(localStorage.getItem(SHELF + own.dataset.answer) ?? "[]");
  for (const [name, value] of kept) {
    for (const field of own.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = field.checked || field.value === value;
      else field.value = value;
    }
  }
  showLeft(own);
}

// How many of the hundred points are left to divide.
function showLeft(own) {
  const place = own.querySelector("[data-left]");
  if (!place) return;
  const points = [...own.querySelectorAll("input[inputmode=numeric]")].reduce((sum, field) => sum + (parseInt(field.value, 10) || 0), 0);
  place.textContent = `${100 - points} ${place.dataset.left}`;
}

async function send(event) {
  const own = event.target;
  if (!own.matches("form[data-answer]")) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const data = new FormData(own);
  const lost = document.querySelector("[data-lost]");
  for (;;) {
    try {
      const answer = await fetch(own.action, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
      if (answer.status < 500) {
        if (answer.ok) localStorage.removeItem(SHELF + own.dataset.answer);
        show(await answer.text(), { leave: true });
        break;
      }
    } catch {
      // Said below.
    }
    lost.hidden = false;
    await new Promise((done) => setTimeout(done, RETRY));
  }
  lost.hidden = true;
  sending = false;
}

function press(event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select")) return;
  const button = document.querySelector(`[data-press~="${CSS.escape(event.key)}" i]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

function showTime() {
  for (const place of document.querySelectorAll("[data-until]")) {
    const left = Math.max(0, Math.ceil((new Date(place.dataset.until) - Date.now()) / 60000));
    const words = left === 0 ? place.dataset.leftNone : left === 1 ? place.dataset.leftOne : place.dataset.leftMany;
    place.textContent = words.replace("%s", left);
  }
}
