// A hundred points: count along what is divided. The server counts as well, so it works without this file.

const numbers = [...document.querySelectorAll("input[data-side]")];

for (const told of document.querySelectorAll("[data-sum]")) {
  const mine = numbers.filter((one) => one.dataset.side === told.dataset.sum);
  const count = () => {
    const sum = mine.reduce((total, one) => total + (Number.parseInt(one.value, 10) || 0), 0);
    told.querySelector("b").textContent = String(sum);
  };
  for (const one of mine) one.addEventListener("input", count);
  count();
}
