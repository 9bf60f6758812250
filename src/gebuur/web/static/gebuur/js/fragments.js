// htmx asks for fragments; this hands it the CSRF token and says so when an answer does not come.

document.body.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token) event.detail.headers["X-CSRFToken"] = token.value;
});

// A refused form comes back with status 422 and its sentence: show it.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// Signed out meanwhile: go where the server points instead of putting a sign-in page in a corner.
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (!xhr.responseURL || !requestConfig) return;
  const asked = new URL(requestConfig.path, window.location.href).pathname;
  const came = new URL(xhr.responseURL).pathname;
  if (came !== asked && xhr.responseText.trimStart().toLowerCase().startsWith("<!doctype")) {
    event.preventDefault();
    window.location.assign(xhr.responseURL);
  }
});
