// First-aid triage: the search box of the aid kit. Its page lists every symptom without it.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data, root } from "../data.js";
import { _, ngettext, number } from "../language.js";
import { withIndex } from "../links.js";
import { aloud, Button, inOurs } from "../parts.js";
import { remedySearch } from "../pure/remedy-search.js";
import { html, render } from "../view.js";

const MOST = 6;
const URGENCIES = ["today", "this-week", "this-quarter"];

const address = (remedy) => new URL(remedy.url, root).href;

function Receipt({ source: { url, title, lang }, place }) {
  const name = aloud(_("Source {n}"), number(place + 1));
  return html`<sup class="receipt"><a href=${url} title=${title} lang=${lang}>${inOurs(name, lang)}</a></sup>`;
}

/** The first step of first aid, with its receipts. */
function FirstStep({ text, sources }) {
  const receipts = sources.map((source, place) => html`<${Receipt} source=${source} place=${place} />`);
  return html`<p class="triage-first"><b>${_("First:")}</b> ${text}${receipts}</p>`;
}

function Match({ remedy, said }) {
  const [symptom] = remedy.symptoms;
  return html`<li>
    <p class="triage-kicker"><span class=${`urgency urgency-${URGENCIES[remedy.urgency]}`}>${remedy.act}</span></p>
    <h3><a href=${address(remedy)}>${remedy.title}</a></h3>
    <p class="triage-said" lang=${said?.lang}>
      ${said ? _("“{sentence}”", { sentence: said.text }) : _("As in “{sentence}”", { sentence: symptom })}
    </p>
    <${FirstStep} ...${remedy.first} />
  </li>`;
}

function Matches({ found }) {
  const shown = found.slice(0, MOST);
  return html`
    <h2 class="sr">${_("Remedies that fit")}</h2>
    <ol class="triage-results">
      ${shown.map((match) => html`<${Match} key=${match.remedy.id} ...${match} />`)}
    </ol>
    <p class="where" hidden=${!shown.some(({ remedy }) => remedy.first.ours)}>
      ${_("Text without a raised number is our own advice.")}
    </p>`;
}

/** Open the search of the whole site with the same words. */
function searchSite(words) {
  /** @type {HTMLElement} */ (document.querySelector("[data-search-open]")).click();
  const box = /** @type {HTMLInputElement} */ (document.querySelector("#search input[type=search]"));
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

const Nothing = ({ words }) => html`<div class="triage-nothing">
  <p>${_("Try one plain word, such as council, sensor, supplier, money or data. Or:")}</p>
  <p class="triage-ways">
    <a class="button" href="#by-urgency">${_("All remedies by urgency")}</a>
    <${Button} onClick=${() => searchSite(words)}>${_("Search the whole site")}<//>
  </p>
</div>`;

/** What is said about the matches: how many, and where Enter leads. */
function told(words, found) {
  if (!words) return "";
  if (!found.length) return _("No remedy found for these words.");
  const many =
    found.length > MOST
      ? _("The best {n} remedies.", { n: number(MOST) })
      : ngettext("{n} remedy.", "{n} remedies.", found.length);
  return `${many} ${_("Enter opens “{title}”.", { title: found[0].remedy.title })}`;
}

function go(event, found) {
  event.preventDefault();
  if (!found.length) return event.target.elements.q.focus();
  const best = address(found[0].remedy);
  location.assign(location.protocol === "file:" ? withIndex(best) : best);
}

function Form({ typed, found, type }) {
  const submit = (event) => go(event, found);
  return html`<form role="search" aria-label=${_("Remedies")} class="triage-form" onSubmit=${submit}>
    <label for="triage-words">${_("What went wrong?")}</label>
    <div class="triage-line">
      <input
        type="search" id="triage-words" name="q" autocomplete="off" enterkeyhint="go" aria-describedby="triage-help"
        value=${typed} onInput=${(event) => type(event.target.value)}
      />
      <button class="button" type="submit">${_("Best remedy")}</button>
    </div>
    <p id="triage-help" class="where" hidden=${typed.trim() !== ""}>
      ${_("Say it in your own words: council says no, sensors die in winter, only one bidder.")}
    </p>
  </form>`;
}

function Triage({ typed, find, type }) {
  const words = typed.trim();
  const found = words ? find(words) : [];
  const nothing = words && html`<${Nothing} words=${words} />`;
  return html`
    <${Form} typed=${typed} found=${found} type=${type} />
    <p role="status" class="triage-status">${told(words, found)}</p>
    <div class="triage-found">${found.length ? html`<${Matches} found=${found} />` : nothing}</div>`;
}

async function start(place) {
  const find = remedySearch(await data("remedies"));
  const draw = (typed) => render(html`<${Triage} typed=${typed} find=${find} type=${type} />`, place);
  const restore = () => draw(readAddress().q ?? "");
  function type(typed) {
    draw(typed);
    writeAddress({ q: typed.trim() });
  }
  onAddress(restore);
  restore();
}

const place = document.querySelector("[data-tool=triage]");
if (place) {
  start(place).catch(() => {
    const says = _("The search could not be loaded. Every sentence stands below.");
    render(html`<p role="alert">${says}</p>`, place);
  });
}
