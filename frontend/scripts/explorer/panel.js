// The facets with their counts, and the chips of what was chosen.
import { _, ngettext, number } from "../language.js";
import { aloud } from "../parts.js";
import { listSearch } from "../pure/folding.js";
import { html, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../view.js";

/** Values of a facet that are shown before one asks for all. */
const FEW = 8;
/** Values of a facet from which on one can look for them by words. */
const LONG = 20;
const OPEN_AT_FIRST = ["theme", "grade"];
const WIDE = matchMedia("(min-width: 62rem)");

const Value = memo(({ facet, value, title, count, checked, hidden, pick }) => {
  // The number is filled in by `aloud`: the eye gets nothing else.
  const counted = ngettext("{n} case study", "{n} case studies", count, { n: "{n}" });
  return html`<label class=${count ? "facet-value" : "facet-value facet-zero"} hidden=${hidden}>
    <input
      type="checkbox" name=${facet} value=${value} checked=${checked}
      onChange=${(event) => pick(facet, value, event.target.checked)}
    />
    <span class="facet-name">${title}</span> <span class="facet-count">${aloud(counted, number(count))}</span>
  </label>`;
});

function More({ all, count, toggle }) {
  return html`<button type="button" class="facet-more" aria-expanded=${String(all)} onClick=${toggle}>
    ${all ? _("Show fewer") : _("Show all {n}", { n: number(count) })}
  </button>`;
}

/** Whether all values are shown; the focus goes to the first that was hidden. */
function useAll(values) {
  const [all, setAll] = useState(false);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asked.current && all) values.current.querySelectorAll("input[type=checkbox]")[FEW].focus();
  }, [all]);
  const toggle = () => {
    asked.current = true;
    setAll(!all);
  };
  return [all, toggle];
}

/** A field that leaves of a long facet the values that have the words. */
function Narrow({ facet, words, found, type }) {
  return html`<label class="facet-narrow">
    <span class="sr">${_("Words in: {facet}", { facet: facet.title })}</span>
    <input
      type="search" autocomplete="off" placeholder=${_("Look for …")} value=${words}
      onInput=${(event) => type(event.target.value)}
    />
    <span class="sr" role="status">
      ${words.trim() && ngettext("{n} fits", "{n} fit", found)}
    </span>
  </label>`;
}

function Values({ facet, counts, chosen, pick }) {
  const element = useRef(null);
  const [all, toggle] = useAll(element);
  const [words, type] = useState("");
  const values = Object.entries(facet.values);
  const search = useMemo(() => listSearch(Object.values(facet.values)), [facet]);
  const said = search(words);
  const narrowed = words.trim() !== "";
  const short = facet.ordered || values.length <= FEW + 2;
  const value = ([id, title], place) => {
    const checked = chosen.includes(id);
    const hidden = !checked && (narrowed ? !said[place] : !short && !all && place >= FEW);
    return html`<${Value}
      key=${id} facet=${facet.id} value=${id} title=${title} count=${counts[id] ?? 0}
      checked=${checked} hidden=${hidden} pick=${pick}
    />`;
  };
  return html`<fieldset ref=${element}>
    <legend class="sr">${facet.title}</legend>
    ${
      values.length >= LONG &&
      html`<${Narrow} facet=${facet} words=${words} found=${said.filter(Boolean).length} type=${type} />`
    }
    ${values.map(value)}
    ${!short && !narrowed && html`<${More} all=${all} count=${values.length} toggle=${toggle} />`}
  </fieldset>`;
}

const chosenIn = (count) => (count ? _("({n} chosen)", { n: number(count) }) : "");

function Facet({ facet, counts, chosen, pick }) {
  // Open where it helps at first; after that it is the reader's.
  const [open] = useState(OPEN_AT_FIRST.includes(facet.id) || chosen.length > 0);
  return html`<details class="facet" data-facet=${facet.id} open=${open}>
    <summary>${facet.title} <span class="facet-chosen">${chosenIn(chosen.length)}</span></summary>
    <${Values} facet=${facet} counts=${counts} chosen=${chosen} pick=${pick} />
  </details>`;
}

/** At a desk the filters stand beside the cases; on a phone they open when asked for. */
function useWide() {
  const [wide, setWide] = useState(WIDE.matches);
  useEffect(() => {
    const fit = () => setWide(WIDE.matches);
    WIDE.addEventListener("change", fit);
    return () => WIDE.removeEventListener("change", fit);
  }, []);
  return wide;
}

/** The panel of all facets; `pick(facet, value, on)` is called when a value is ticked or not. */
export function Filters({ facets, counts, chosen, pick }) {
  const wide = useWide();
  const facet = (facet) => html`<${Facet}
    key=${facet.id} facet=${facet} counts=${counts[facet.id]} chosen=${chosen[facet.id]} pick=${pick}
  />`;
  return html`<details class="explorer-filters" open=${wide}>
    <summary>${_("Filters")} <span>${chosenIn(Object.values(chosen).flat().length)}</span></summary>
    <div class="facets">${facets.map(facet)}</div>
  </details>`;
}

const Chip = ({ text, remove }) => html`<li>
  <button type="button" class="chip" aria-label=${_("Remove {filter}", { filter: text })} onClick=${remove}>
    ${text} <span aria-hidden="true">×</span>
  </button>
</li>`;

const ClearAll = ({ clear }) =>
  html`<li><button type="button" class="chip chip-clear" onClick=${clear}>${_("Clear all")}</button></li>`;

/** What was chosen, each with a button that takes it back. */
export function Chips({ facets, chosen, q, act }) {
  const values = facets.flatMap((facet) => chosen[facet.id].map((value) => [facet, value]));
  const words = q.trim();
  const chip = ([facet, value]) => {
    const text = _("{facet}: {value}", { facet: facet.title, value: facet.values[value] });
    return html`<${Chip} key=${`${facet.id} ${value}`} text=${text} remove=${() => act.unpick(facet.id, value)} />`;
  };
  return html`<ul class="chips" aria-label=${_("Chosen filters")}>
    ${values.map(chip)}
    ${words && html`<${Chip} key="words" text=${_("Words: {words}", { words })} remove=${act.unsearch} />`}
    ${(words || values.length > 0) && html`<${ClearAll} key="clear" clear=${act.clear} />`}
  </ul>`;
}
