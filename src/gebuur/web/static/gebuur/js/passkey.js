// A passkey that does not answer (stopped, not there, too late): say so on the page.

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const words = document.querySelector("[data-passkey-trouble]");
  if (words) words.hidden = false;
});
