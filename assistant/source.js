// The panel of sources: opening one from its [n] and the way back, the image of its page, turning pages,
// copying and marking. Sources are found by id when they are asked for, because Gradio puts the answer on
// the page anew with every piece that arrives. What the server sends is HTML with every word escaped.

(() => {
  const WORDS = {
    copied: "Copied with its citation.",
    notCopied: "Your browser does not let this page copy. Mark the words and copy them yourself.",
    notFetched: "The page could not be fetched. Its words stand here as text.",
    notMarked: "Your mark could not be kept. Please try again.",
    marked: { checked: "Marked as checked by you.", disputed: "Marked as disputed by you.", "": "Your mark is taken back." },
  };
  const sourceOf = (element) => element.closest("details.source");
  const target = (link) => document.getElementById(link.getAttribute("href").slice(1));

  function say(source, words) {
    source.querySelector(".said").textContent = words;
  }

  function openSource(source) {
    source.open = true;
    source.querySelector("summary").focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest" });
  }

  function backToAnswer(source) {
    const link = document.getElementById(source.id.replace("source-", "cite-"));
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  }

  async function fetched(address, settings) {
    const reply = await fetch(address, { credentials: "same-origin", ...settings });
    if (!reply.ok) throw new Error(`${reply.status} from ${address}`);
    return reply.text();
  }

  const withPlace = (source, address) => `${address}?spans=${encodeURIComponent(source.dataset.spans)}`;

  async function showPage(source, number) {
    try {
      const address = `/pages/${source.dataset.sha256}/${number}`;
      source.querySelector(".view").outerHTML = await fetched(withPlace(source, address));
      toTheWords(source);
      return true;
    } catch (problem) {
      console.warn(problem);
      say(source, WORDS.notFetched);
      return false;
    }
  }

  // The words are brought into the middle of what is seen of the page.
  function toTheWords(source) {
    const page = source.querySelector(".window, .page-text");
    const words = source.querySelector(".view .hit, .view mark");
    if (!page || !words) return;
    const [seen, wanted] = [page.getBoundingClientRect(), words.getBoundingClientRect()];
    page.scrollTop += wanted.top - seen.top - (page.clientHeight - wanted.height) / 3;
    page.scrollLeft += Math.min(0, wanted.left - seen.left) || Math.max(0, wanted.left - seen.right + 120);
  }

  async function showMarks(source, settings) {
    const { sha256 } = source.dataset;
    const address = settings ? `/marks/${sha256}` : withPlace(source, `/marks/${sha256}`);
    source.querySelector(".marks").outerHTML = await fetched(address, settings);
    source.querySelector(".standing").textContent = source.querySelector(".marks").dataset.standing;
  }

  async function opened(source) {
    if (source.dataset.shown) return;
    source.dataset.shown = "yes";
    showMarks(source).catch((problem) => console.warn(problem));
    if (!(await showPage(source, source.querySelector(".view").dataset.page))) delete source.dataset.shown;
    if (source.contains(document.activeElement)) source.scrollIntoView({ block: "nearest" });
  }

  async function turn(button) {
    const source = sourceOf(button);
    const forward = Number(button.dataset.page) > Number(source.querySelector(".view").dataset.page);
    if (!(await showPage(source, button.dataset.page))) return;
    const ways = [...source.querySelectorAll(".turn")];
    (forward ? ways[ways.length - 1] : ways[0]).focus({ preventScroll: true });
    say(source, source.querySelector(".counted").textContent);
  }

  function larger(button) {
    const source = sourceOf(button);
    const pressed = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(pressed));
    source.querySelector(".window").classList.toggle("enlarged", pressed);
    toTheWords(source);
  }

  async function mark(button) {
    const source = sourceOf(button);
    const said = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.mark;
    try {
      const body = JSON.stringify({ spans: source.dataset.spans, mark: said });
      await showMarks(source, { method: "POST", headers: { "Content-Type": "application/json" }, body });
      source.querySelector(`.mark[data-mark=${button.dataset.mark}]`).focus();
      say(source, WORDS.marked[said]);
    } catch (problem) {
      console.warn(problem);
      say(source, WORDS.notMarked);
    }
  }

  async function copy(button) {
    const done = await copied(button.dataset.citation);
    button.focus();
    say(sourceOf(button), done ? WORDS.copied : WORDS.notCopied);
  }

  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      return copiedAsBefore(words); // the clipboard is kept from pages that are not served safely
    }
  }

  function copiedAsBefore(words) {
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  const WAYS = { turn, larger, mark, copy };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest && event.target.closest("a.cite, a.back, .source button");
    if (!pressed) return;
    const way = Object.keys(WAYS).find((name) => pressed.classList.contains(name));
    if (way) WAYS[way](pressed);
    if (!pressed.matches("a") || !target(pressed)) return;
    event.preventDefault();
    if (pressed.matches("a.cite")) openSource(target(pressed));
    else backToAnswer(sourceOf(pressed));
  });

  document.addEventListener("keydown", (event) => {
    const source = event.key === "Escape" && event.target.closest && sourceOf(event.target);
    if (source) backToAnswer(source);
  });

  // These two do not rise to the document by themselves, and are caught on their way down.
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.source") && event.target.open) opened(event.target);
    else if (event.target.matches("details.text") && event.target.open) {
      const words = event.target.querySelector("mark");
      if (words) words.scrollIntoView({ block: "nearest" });
    }
  }, true);
  const ofPage = (element) => element.matches && element.matches(".source .sheet img");
  document.addEventListener("load", (event) => {
    if (ofPage(event.target)) toTheWords(sourceOf(event.target));
  }, true);
  document.addEventListener("error", (event) => {
    if (!ofPage(event.target)) return;
    const view = event.target.closest(".view");
    view.querySelectorAll(".window, .note:not(.broken), .larger").forEach((part) => part.remove());
    view.querySelector(".broken").hidden = false;
    view.querySelector("details.text").open = true;
  }, true);
})();
