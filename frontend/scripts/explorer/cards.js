// Case studies as cards.
import { _, ngettext, number, orList } from "../language.js";
import { Grade } from "../parts.js";
import { effectOf } from "../pure/choose.js";
import { MOST } from "../tray.js";
import { html, memo, withElements } from "../view.js";
import { addressOfCase, inWords, placesOf, Solutions, Sourced, when } from "./parts.js";
import { sortOf } from "./state.js";

/** The number that a case stands for, whatever its unit, and what it counts. */
function Headline({ headline }) {
  if (!headline) return html`<p class="card-effect unknown">${_("No number on its aim was found")}</p>`;
  const { what, kind } = headline;
  return html`<p class="card-effect">
    <strong><${Sourced} ...${headline} /></strong> ${_("{what} ({kind})", { what, kind })}
  </p>`;
}

function Effect({ effect }) {
  if (!effect) return html`<p class="card-effect unknown">${_("Effect: no change in per cent reported")}</p>`;
  const { what, kind } = effect;
  const said = withElements(_("Effect: {number}, {what} ({kind})"), {
    number: html`<${Sourced} ...${effect} />`,
    what,
    kind,
  });
  return html`<p class="card-effect">${said}</p>`;
}

/** Where and for how much; what the sum paid for is in its title. */
function PlaceAndMoney({ study, cities }) {
  const { money } = study;
  const sum = money
    ? withElements(_("Money: {sum}, {what}"), { sum: html`<${Sourced} ...${money} />`, what: money.what })
    : html`<span class="unknown">${_("Money: not reported")}</span>`;
  return html`<p class="card-money"><b>${placesOf(study, cities)}</b> · ${sum}</p>`;
}

const SAID = { same: _("same"), differs: _("differs"), unknown: _("not known of both") };

function Trait({ axis, row }) {
  const titles = (ids) => orList(ids.map((id) => axis.classes[id] ?? id)) || _("not known");
  return html`<tr>
    <th scope="row">${axis.title}</th>
    <td>${titles(row.mine)}</td>
    <td>${titles(row.theirs)}</td>
    <td>${SAID[row.verdict]}</td>
  </tr>`;
}

function Traits({ city, rows, axes }) {
  const heads = [_("Trait"), _("Your city"), city, _("Verdict")];
  const trait = (row) => html`<${Trait} axis=${axes.find(({ id }) => id === row.axis)} row=${row} />`;
  const label = _("Your city and {city}, trait by trait", { city });
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead><tr>${heads.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>${rows.map(trait)}</tbody>
    </table>
  </div>`;
}

/** How alike a case's place and the reader's city are, with the axes behind it. */
function Likeness({ study, likeness }) {
  const { city: place, rows, same, known } = likeness.of(study);
  if (!place) {
    return html`<p class="card-likeness unknown">${_("A whole country: there is no town to compare with.")}</p>`;
  }
  const city = place.title;
  if (!known) {
    return html`<p class="card-likeness unknown">${_("{city}: no trait known of both cities", { city })}</p>`;
  }
  const said = ngettext(
    "{city}: {same} of {n} known trait the same",
    "{city}: {same} of {n} known traits the same",
    known,
    { city, same: number(same) },
  );
  return html`<details class="card-likeness">
    <summary>${said}</summary>
    <${Traits} city=${city} rows=${rows} axes=${likeness.axes} />
  </details>`;
}

function CompareBox({ study, checked, disabled, compare }) {
  const title = html`<span class="sr">${study.title}</span>`;
  return html`<label class="card-compare">
    <input
      type="checkbox" data-compare=${study.id} checked=${checked} disabled=${disabled}
      onChange=${(event) => compare(study.id, event.target.checked)}
    />
    <span>${withElements(_("Compare {title}"), { title })}</span>
  </label>`;
}

function Kicker({ study, names }) {
  const [grade] = study.facets.grade;
  const [status] = study.facets.status;
  return html`<p class="card-kicker">
    <${Grade} letter=${grade} /> <span class=${`status status-${status}`}>${inWords(study, "status", names)}</span>
  </p>`;
}

function Tried({ study, known }) {
  if (study.facets.solution[0] === "none") return null;
  const said = withElements(_("Solution: {solutions}"), {
    solutions: html`<${Solutions} study=${study} known=${known} />`,
  });
  return html`<p class="card-solution">${said}</p>`;
}

const Card = memo(({ study, effect, byEffect, likeness, known, checked, disabled, compare }) => {
  const { names, cities } = known;
  return html`<article class="card case-card" data-part="casestudies" data-case=${study.id}>
    <${Kicker} study=${study} names=${names} />
    <h3 class="card-title"><a href=${addressOfCase(study)}>${study.title}</a></h3>
    <${CompareBox} study=${study} checked=${checked} disabled=${disabled} compare=${compare} />
    <${PlaceAndMoney} study=${study} cities=${cities} />
    ${byEffect ? html`<${Effect} effect=${effect} />` : html`<${Headline} headline=${study.headline} />`}
    <${Tried} study=${study} known=${known} />
    ${likeness?.of && html`<${Likeness} study=${study} likeness=${likeness} />`}
    <p class="card-foot">${inWords(study, "theme", names)} · ${when(study)}</p>
  </article>`;
});

/** Cards of these cases; each is drawn again only when it would say something else. */
export function Cards({ cases, known, state, likeness, compare }) {
  const byEffect = sortOf(state) === "effect" || state.chosen.indicator.length > 0;
  const card = (study) => {
    const checked = state.compare.includes(study.id);
    return html`<${Card}
      key=${study.id} study=${study} effect=${effectOf(study, state.chosen.indicator)} byEffect=${byEffect}
      likeness=${likeness} known=${known} compare=${compare}
      checked=${checked} disabled=${!checked && state.compare.length >= MOST}
    />`;
  };
  return html`<div class="cards">${cases.map(card)}</div>`;
}
