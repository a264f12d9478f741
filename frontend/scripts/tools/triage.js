// First-aid triage: the search box of the aid kit. Its page lists every symptom without it.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data, root } from "../data.js";
import { h } from "../dom.js";
import { withIndex } from "../links.js";
import { remedySearch } from "../pure/remedy-search.js";

const MOST = 6;

const place = document.querySelector("[data-tool=triage]");
const input = h("input", {
  type: "search",
  id: "triage-words",
  name: "q",
  autocomplete: "off",
  enterkeyhint: "go",
  "aria-describedby": "triage-help",
});
const status = h("p", { role: "status", class: "triage-status" });
const results = h("div", { class: "triage-found" });
const help = h(
  "p",
  { id: "triage-help", class: "where" },
  "Say it in your own words: council says no, sensors die in winter, only one bidder.",
);
const form = h(
  "form",
  { role: "search", "aria-label": "Remedies", class: "triage-form", onsubmit: go },
  h("label", { for: "triage-words" }, "What went wrong?"),
  h("div", { class: "triage-line" }, input, h("button", { class: "button", type: "submit" }, "Best remedy")),
  help,
);
const address = (remedy) => new URL(remedy.url, root).href;

let find;
let found = [];

/** The first step of first aid, with its receipts. */
function firstStep({ text, sources, ours }) {
  const receipt = ({ title, url }, at) =>
    h("sup", { class: "receipt" }, h("a", { href: url, title }, h("span", { class: "sr" }, "Source "), String(at + 1)));
  return h(
    "p",
    { class: "triage-first" },
    h("b", {}, "First: "),
    text,
    ...sources.map(receipt),
    ours ? " " : null,
    ours ? h("span", { class: "ours", title: "Our own words or advice, not from a source" }, "ours") : null,
  );
}

function item({ remedy, said }) {
  const urgency = ["today", "this-week", "this-quarter"][remedy.urgency];
  return h(
    "li",
    {},
    h("p", { class: "triage-kicker" }, h("span", { class: `urgency urgency-${urgency}` }, remedy.act)),
    h("h3", {}, h("a", { href: address(remedy) }, remedy.title)),
    h("p", { class: "triage-said" }, said ? `“${said}”` : `As in “${remedy.symptoms[0]}”`),
    firstStep(remedy.first),
  );
}

function nothing(words) {
  const whole = () => {
    document.querySelector("[data-search-open]").click();
    const box = document.querySelector("#search input[type=search]");
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return h(
    "div",
    { class: "triage-nothing" },
    h("p", {}, "Try one plain word, such as council, sensor, supplier, money or data. Or:"),
    h(
      "p",
      { class: "triage-ways" },
      h("a", { class: "button", href: "#by-urgency" }, "All remedies by urgency"),
      h("button", { class: "button", type: "button", onclick: whole }, "Search the whole site"),
    ),
  );
}

/** What is said about the matches: how many, and where Enter leads. */
function told(words) {
  if (!words) return "";
  if (!found.length) return "No remedy found for these words.";
  const many =
    found.length > MOST
      ? `The best ${MOST} remedies.`
      : `${found.length} ${found.length === 1 ? "remedy" : "remedies"}.`;
  return `${many} Enter opens “${found[0].remedy.title}”.`;
}

function show() {
  const words = input.value.trim();
  found = words ? find(words) : [];
  help.hidden = Boolean(words);
  status.textContent = told(words);
  results.replaceChildren(
    ...(found.length
      ? [
          h("h2", { class: "sr" }, "Remedies that fit"),
          h("ol", { class: "triage-results" }, found.slice(0, MOST).map(item)),
        ]
      : words
        ? [nothing(words)]
        : []),
  );
}

function go(event) {
  event.preventDefault();
  if (!found.length) return input.focus();
  const best = address(found[0].remedy);
  location.assign(location.protocol === "file:" ? withIndex(best) : best);
}

async function start() {
  find = remedySearch(await data("remedies"));
  const restore = () => {
    input.value = readAddress().q ?? "";
    show();
  };
  input.addEventListener("input", () => {
    show();
    writeAddress({ q: input.value.trim() });
  });
  onAddress(restore);
  place.append(form, status, results);
  restore();
}

if (place) {
  start().catch(() => {
    place.append(h("p", { role: "alert" }, "The search could not be loaded. Every sentence stands below."));
  });
}
