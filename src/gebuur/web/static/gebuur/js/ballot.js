// A ballot: count along what is chosen. The server counts as well, so it works without this file.

const told = document.querySelector("[data-so-far]");
const inputs = [...document.querySelectorAll("[data-cents], [data-points]")];
const byMoney = document.querySelector("[data-by-money]") !== null;
const shown = new Intl.NumberFormat(document.documentElement.lang);

const worth = (one) => {
  if ("points" in one.dataset) return Number.parseInt(one.value, 10) || 0;
  if (!one.checked) return 0;
  return byMoney ? Number(one.dataset.cents) / 100 : 1;
};

const count = () => {
  told.textContent = shown.format(inputs.reduce((sum, one) => sum + worth(one), 0));
};

if (told) {
  for (const one of inputs) one.addEventListener("input", count);
  count();
}
