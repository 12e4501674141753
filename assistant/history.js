// After a conversation was opened or something was deleted, what comes next is read out and can be acted upon.
window.focusKept = () => setTimeout(() => {
  const next = document.querySelector("#history .sure")
    || document.querySelector("#history-shown h2")
    || document.querySelector("#history-wanted textarea, #history-wanted input");
  if (next) next.focus();
}, 50);
