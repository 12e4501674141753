// Where the focus goes as the library shows a document, a form, and the list again. Gradio puts what is new on
// the page a moment after the event, so we look for it for a while.

let opened = null;
let field = null;

document.addEventListener("click", (event) => {
  const choice = event.target.closest && event.target.closest("button[data-opened], button[data-field]");
  if (!choice) return;
  if (choice.dataset.opened) opened = choice.dataset.opened;
  if (choice.dataset.field) field = choice.dataset.field;
});

window.showPart = (selector, looks = 40) => {
  const part = document.querySelector(selector);
  if (part) {
    part.focus();
    part.scrollIntoView({ block: "nearest" });
  } else if (looks) setTimeout(() => window.showPart(selector, looks - 1), 50);
};

window.showOpened = () => {
  const row = `button[data-opened="${opened}"]`;
  window.showPart(document.querySelector(row) ? row : "#documents h2");
};

window.showField = () => window.showPart(`button[data-field="${field}"]`);
