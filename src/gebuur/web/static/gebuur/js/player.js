// The case player: one card at a time, a clock when somebody starts it, who speaks next, two lenses at most.
// Which card lies on the table and what the clock says survive a reload in this tab; nothing that is said is kept.

const MOST_LENSES = 2;
const player = document.querySelector("[data-player]");
const words = player.dataset;
const isAlone = "alone" in player.dataset;
const cards = [...player.querySelectorAll("[data-card]")];
const query = new URLSearchParams(window.location.search);
const shelf = `gebuur.sitting:${window.location.pathname}:${query.get("plan") ?? ""}:${query.get("who") ?? ""}`;
const find = (name) => player.querySelector(`[data-${name}]`);

let card = 1;
let left = 0;
let until = 0;
let said = "";

restore();
document.body.classList.add("is-playing");
find("moves").hidden = false;
hideClock(isAlone && !until);
lay(card, { focus: false });
setInterval(tick, 250);
deal(query.getAll("lens"));
for (const seats of player.querySelectorAll("[data-seats]")) seat(seats);
keepForLater();

player.addEventListener("click", (event) => {
  const goto = event.target.closest("[data-goto]");
  if (goto) {
    event.preventDefault();
    move(Number(goto.dataset.goto));
  }
  if (event.target.closest("[data-next]")) move(card + 1);
  if (event.target.closest("[data-back]")) move(card - 1);
  if (event.target.closest("[data-start]")) startOrPause();
  if (event.target.closest("[data-longer]")) longer();
  if (event.target.closest("[data-show-clock]")) showClock(true);
  if (event.target.closest("[data-hide-clock]")) showClock(false);
});

find("lenses").addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = [...event.target.elements.lens].filter((box) => box.checked).map((box) => box.value);
  query.delete("lens");
  for (const lens of chosen) query.append("lens", lens);
  window.history.replaceState(null, "", `?${query}#card-${card}`);
  deal(chosen);
});

// Cards

function move(to) {
  if (to < 1 || to > cards.length || to === card) return;
  lay(to, { focus: true });
  left = minutesOf(to) * 60;
  until = 0;
  said = "";
  find("said").textContent = "";
  keep();
  tick();
}

function lay(to, { focus }) {
  card = to;
  for (const one of cards) one.classList.toggle("is-now", Number(one.dataset.card) === card);
  for (const link of player.querySelectorAll("[data-goto]")) {
    const at = Number(link.dataset.goto);
    if (at === card) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
    link.classList.toggle("is-laid", at < card);
  }
  find("back").disabled = card === 1;
  find("next").disabled = card === cards.length;
  find("where").textContent = fill(words.wordsCard, card, cards.length);
  if (focus) cards[card - 1].focus();
  tick();
}

function minutesOf(number) {
  return Number(cards[number - 1].dataset.minutes);
}

function fill(sentence, n, total) {
  return sentence.replace("{n}", n).replace("{total}", total);
}

// Clock

function startOrPause() {
  if (until) {
    left = secondsLeft();
    until = 0;
  } else {
    until = Date.now() + left * 1000;
  }
  keep();
  tick();
}

function longer() {
  if (until) until += 60_000;
  else left += 60;
  said = "";
  find("said").textContent = "";
  keep();
  tick();
}

function showClock(show) {
  if (!show && until) startOrPause();
  hideClock(!show);
  find(show ? "start" : "show-clock").focus();
}

function hideClock(hide) {
  find("clock").hidden = hide;
  if (isAlone) find("show-clock").hidden = !hide;
}

function secondsLeft() {
  return until ? Math.round((until - Date.now()) / 1000) : left;
}

function tick() {
  const seconds = secondsLeft();
  const time = find("time");
  const shown = `${seconds < 0 ? "+" : ""}${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
  if (time.textContent !== shown) time.textContent = shown;
  time.classList.toggle("is-over", seconds < 0);
  const label = find("start").querySelector("span");
  const word = until ? words.wordsPause : words.wordsStart;
  if (label.textContent !== word) label.textContent = word;
  if (until) speak(seconds);
}

function speak(seconds) {
  const sentence = seconds <= 0 ? words.wordsOver : seconds <= 60 && minutesOf(card) > 1 ? words.wordsLast : "";
  if (sentence === said) return;
  said = sentence;
  find("said").textContent = sentence;
}

function keep() {
  sessionStorage.setItem(shelf, JSON.stringify({ card, left, until }));
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(shelf) ?? "{}");
  const asked = Number(window.location.hash.replace("#card-", ""));
  const known = kept.card >= 1 && kept.card <= cards.length;
  card = asked >= 1 && asked <= cards.length ? asked : known ? kept.card : 1;
  const same = known && kept.card === card;
  left = same ? kept.left : minutesOf(card) * 60;
  until = same ? kept.until : 0;
}

// Lenses: also when the page comes off the shelf, where nobody dealt them.

function deal(chosen) {
  const tooMany = chosen.length > MOST_LENSES;
  for (const box of find("lenses").elements.lens) box.checked = chosen.includes(box.value);
  find("too-many").hidden = !tooMany;
  for (const lens of player.querySelectorAll("[data-lens]")) lens.hidden = tooMany || !chosen.includes(lens.dataset.lens);
}

// Who speaks next: seats in a circle, in the memory of this page only.

function seat(seats) {
  const count = seats.querySelector("[data-seat-count]");
  const who = seats.querySelector("[data-seat]");
  let now = 0;
  seats.querySelector("[data-seat-next]").addEventListener("click", () => {
    const total = Math.min(30, Math.max(2, Number.parseInt(count.value, 10) || 2));
    now = now > total ? 1 : now + 1;
    who.textContent = now > total ? words.wordsRound : fill(words.wordsSeat, now, total);
  });
}

// Without internet: this page, its other ways, and what they need to look right.

async function keepForLater() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  try {
    const address = document.querySelector("script[data-worker]").dataset.worker;
    await navigator.serviceWorker.register(address, { scope: "/staff/cases/" });
    const worker = await active();
    const answer = new MessageChannel();
    answer.port1.onmessage = (event) => {
      document.querySelector("[data-kept]").hidden = !event.data.kept;
    };
    worker.postMessage({ keep: whatItNeeds() }, [answer.port2]);
  } catch {
    // No worker, or no internet at this very moment: the page works as it stands.
  }
}

async function active() {
  const registration = await navigator.serviceWorker.ready;
  return registration.active;
}

function whatItNeeds() {
  const files = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src]')];
  const ways = [...player.ownerDocument.querySelectorAll("[data-way]")];
  return [...new Set([...files.map((one) => one.href || one.src), ...ways.map((one) => one.href)])];
}
