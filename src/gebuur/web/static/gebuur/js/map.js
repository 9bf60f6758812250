// The live map: the same streets as in the list beside it. Without this file the drawing stays.

const box = document.querySelector("[data-map]");
if (box && window.L) draw(JSON.parse(document.getElementById(box.dataset.map).textContent));

function draw(streets) {
  box.hidden = false;
  document.querySelector(".map-drawn").hidden = true;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", box.dataset.label);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    zoomControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    zoomAnimation: !still,
    fadeAnimation: !still,
  });
  L.control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  const drawn = streets.filter((one) => one.lines.length);
  map.fitBounds(L.latLngBounds(drawn.flatMap((one) => one.lines.flat())), { padding: [24, 24], animate: false });
  for (const street of drawn) {
    const way = L.polyline(street.lines, { className: `map-way${street.lively ? " is-lively" : ""}` });
    way.addTo(map).bindTooltip(label(street), { className: "map-name", sticky: true });
    sign(street).addTo(map);
    listen(street, way);
  }
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
