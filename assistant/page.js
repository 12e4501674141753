// On a small screen the answer may arrive out of sight.
window.showAnswer = () => {
  const answer = document.querySelector(".answer");
  if (answer && answer.getBoundingClientRect().top > window.innerHeight * 0.75) answer.scrollIntoView();
};
