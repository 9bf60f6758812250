// Keeps the player pages that were opened in this browser, with what they need to look right, for a room
// without internet. Nothing else is kept; a page goes after half a day, and everything at signing out.

const FAMILY = "gebuur-player-";
const SHELF = `${FAMILY}{{ version }}`;
const PLAYER = new RegExp("^{{ scope }}[^/]+/play/$");
const LONGEST = 12 * 60 * 60 * 1000;
const PATIENCE = 5000;
const KEPT_AT = "X-Kept-At";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.waitUntil(keepAll(event.data?.keep ?? [], event.ports[0])));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (PLAYER.test(address.pathname) || address.pathname.startsWith("/static/")) event.respondWith(answer(event.request));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== SHELF).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keepAll(addresses, port) {
  const shelf = await caches.open(SHELF);
  const kept = await Promise.all(addresses.filter(isOurs).map((address) => keep(shelf, address)));
  port?.postMessage({ kept: kept.length > 0 && kept.every(Boolean) });
}

function isOurs(address) {
  const url = new URL(address, self.location.origin);
  return url.origin === self.location.origin && (PLAYER.test(url.pathname) || url.pathname.startsWith("/static/"));
}

async function keep(shelf, address) {
  try {
    const fresh = await fetch(address, { credentials: "same-origin" });
    if (!fresh.ok || fresh.redirected) return false;
    await put(shelf, address, fresh);
    return true;
  } catch {
    return false;
  }
}

async function answer(request) {
  const shelf = await caches.open(SHELF);
  const known = await find(shelf, request.url);
  try {
    const fresh = await (known ? inTime(fetch(request)) : fetch(request));
    if (fresh.status >= 500 && known) return known;
    if (fresh.ok && !fresh.redirected && (known || isPlayer(request.url))) await put(shelf, request.url, fresh.clone());
    if (!fresh.ok || fresh.redirected) await shelf.delete(keyOf(request.url));
    return fresh;
  } catch {
    return known ?? Response.error();
  }
}

function inTime(asked) {
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE, new Error("late")));
  return Promise.race([asked, late]);
}

async function find(shelf, address) {
  const kept = await shelf.match(keyOf(address), { ignoreVary: true });
  if (!kept) return undefined;
  const isOld = isPlayer(address) && Date.now() - Number(kept.headers.get(KEPT_AT)) > LONGEST;
  if (!isOld) return kept;
  await shelf.delete(keyOf(address));
  return undefined;
}

async function put(shelf, address, fresh) {
  const headers = new Headers(fresh.headers);
  headers.set(KEPT_AT, String(Date.now()));
  await shelf.put(keyOf(address), new Response(await fresh.blob(), { status: 200, headers }));
}

function isPlayer(address) {
  return PLAYER.test(new URL(address, self.location.origin).pathname);
}

// One page per way of sitting: which lenses are dealt, the page works out by itself.
function keyOf(address) {
  const url = new URL(address, self.location.origin);
  if (!isPlayer(url.href)) return url.pathname + url.search;
  const plan = url.searchParams.get("plan") || "forty";
  const who = url.searchParams.get("who") || "together";
  return `${url.pathname}?plan=${encodeURIComponent(plan)}&who=${encodeURIComponent(who)}`;
}
