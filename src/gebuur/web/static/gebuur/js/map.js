// The live map: the same streets as in the list beside it, or a spot to point at. Without this file the drawing stays.

const box = document.querySelector("[data-map]");
if (box && window.L) {
  const streets = JSON.parse(document.getElementById(box.dataset.map).textContent).filter((one) => one.lines.length);
  if (box.dataset.point) point(streets);
  else draw(streets);
}

function open(streets, role) {
  box.hidden = false;
  box.setAttribute("role", role);
  box.setAttribute("aria-label", box.dataset.label);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    zoomControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    keyboardPanDelta: 40,
    zoomAnimation: !still,
    fadeAnimation: !still,
  });
  L.control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  map.fitBounds(L.latLngBounds(streets.flatMap((one) => one.lines.flat())), { padding: [24, 24], animate: false });
  return map;
}

function draw(streets) {
  document.querySelector(".map-drawn").hidden = true;
  const map = open(streets, "region");
  for (const street of streets) {
    const way = L.polyline(street.lines, { className: `map-way${street.lively ? " is-lively" : ""}` });
    way.addTo(map).bindTooltip(label(street), { className: "map-name", sticky: true });
    sign(street).addTo(map);
    listen(street, way);
  }
}

// One press, or the cross in the middle and Enter, puts the sign; the form keeps it as longitude and latitude.
function point(streets) {
  const place = box.closest("[data-place]");
  const [kept, said, away] = ["input", "[role=status]", "button"].map((one) => place.querySelector(one));
  place.hidden = false;
  const map = open(streets, "application");
  const ways = streets.map((street) =>
    L.polyline(street.lines, { className: "map-way", name: street.name }).addTo(map).bindTooltip(label(street), { className: "map-name", sticky: true }),
  );
  box.insertAdjacentHTML("beforeend", '<span class="map-cross" aria-hidden="true"></span>');
  const icon = L.divIcon({ className: "map-sign map-place", html: "×", iconSize: [34, 34] });
  const sign = L.marker(map.getCenter(), { icon, interactive: false, keyboard: false });

  const tell = (words, at) => (said.textContent = words.replace("○", at ? `\u2068${nearest(map, ways, at)}\u2069` : ""));
  const put = (at) => {
    kept.value = at ? [at.lng, at.lat].map((one) => one.toFixed(5)).join(",") : "";
    if (at) sign.setLatLng(at).addTo(map);
    else sign.remove();
    away.hidden = !at;
    tell(at ? said.dataset.sign : said.dataset.none, at);
  };

  const [lng, lat] = kept.value.split(",").map(Number.parseFloat);
  put(Number.isFinite(lng) && Number.isFinite(lat) ? L.latLng(lat, lng) : null);
  map.on("click", (event) => put(event.latlng));
  map.on("moveend", () => document.activeElement === box && tell(said.dataset.cross, map.getCenter()));
  away.addEventListener("click", () => {
    put(null);
    box.focus({ preventScroll: true });
  });
  box.addEventListener("keydown", (event) => {
    if (event.target !== box || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    put(map.getCenter());
  });
}

function nearest(map, ways, at) {
  const spot = map.latLngToLayerPoint(at);
  const far = (way) => way.closestLayerPoint(spot)?.distance ?? Infinity;
  return ways.reduce((best, way) => (far(way) < far(best) ? way : best)).options.name;
}

function label(street) {
  const words = document.createElement("span");
  const name = document.createElement("b");
  name.textContent = street.name;
  words.append(name, street.words ? `: ${street.words}` : "");
  return words;
}

function sign(street) {
  const icon = L.divIcon({ className: "map-sign", html: street.sign, iconSize: [30, 30] });
  return L.marker(street.at, { icon, interactive: false, keyboard: false });
}

function listen(street, way) {
  const row = document.getElementById(street.anchor);
  const line = way.getElement();
  line.setAttribute("tabindex", "0");
  line.setAttribute("role", "link");
  line.setAttribute("aria-label", street.words ? `${street.name}: ${street.words}` : street.name);
  const go = () => {
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  };
  const show = (on) => {
    line.classList.toggle("is-shown", on);
    row.classList.toggle("is-shown", on);
  };
  way.on("click", go);
  line.addEventListener("keydown", (event) => event.key === "Enter" && go());
  for (const side of [line, row]) {
    side.addEventListener("focusin", () => show(true));
    side.addEventListener("focusout", () => show(false));
    side.addEventListener("pointerenter", () => show(true));
    side.addEventListener("pointerleave", () => show(false));
  }
}
