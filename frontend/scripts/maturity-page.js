// The result of the maturity check. `given` holds an answer for each dimension: a level from 1 to
// TOP, "unknown", or null where the question is still open.
import { root } from "./data.js";
import { _, andList, ngettext, number } from "./language.js";
import { Button } from "./parts.js";
import { keepProfile, profile } from "./profile.js";
import { maturityClass, TOP, weakest } from "./pure/maturity.js";
import { ScrollTable } from "./scroll-table.js";
import { Html, html, useRef, useState, withElements } from "./view.js";

export const isLevel = (answer) => typeof answer === "number";

const levelsOf = (given) => given.map((answer) => (isLevel(answer) ? answer : null));

/** An answer in words, such as "2 of 4". */
export function levelInWords(answer) {
  if (answer === null) return _("not answered");
  if (!isLevel(answer)) return _("not known");
  return _("{level} of {top}", { level: number(answer), top: number(TOP) });
}

/** What is said when an answer changes the result. */
export function told({ dimensions, classes, given }) {
  const levels = levelsOf(given);
  const done = given.filter((answer) => answer !== null).length;
  const answered = _("{count} of {all} answered.", { count: number(done), all: number(dimensions.length) });
  if (done < dimensions.length) return answered;
  const id = maturityClass(levels);
  const [low] = weakest(levels);
  const verdict = id ? _("Your class: {class}.", { class: classes[id] }) : _("No class: too little is known.");
  const begin = low === undefined ? [] : [_("Begin with {dimension}.", { dimension: dimensions[low].title })];
  return [answered, verdict, ...begin].join(" ");
}

/** Everything under the questions; `actions` are called by the buttons. */
export function Result({ dimensions, classes, given, actions }) {
  const levels = levelsOf(given);
  const saved = _("The address of this page now holds your answers: save it, or send it to a colleague.");
  return html`
    <h2 id="your-profile">${_("Your profile")}</h2>
    <${Drawing} dimensions=${dimensions} given=${given} />
    <${Begin} weakest=${weakest(levels).map((at) => dimensions[at])} />
    <h3>${_("Your class on the axis digital maturity")}</h3>
    <${Verdict} classes=${classes} given=${given} levels=${levels} />
    <h3>${_("Level by level")}</h3>
    <${Levels} dimensions=${dimensions} given=${given} />
    <p class="maturity-saved">${saved}</p>
    <p class="maturity-buttons">
      <${Button} onClick=${actions.print}>${_("Print")}<//>
      <${Button} onClick=${actions.save}>${_("Save as CSV")}<//>
      <${Button} onClick=${actions.clear}>${_("Start again")}<//>
    </p>`;
}

/** Height of a bar with the line above it, in em, so that it grows with the letters around it. */
const BAR = 3.4;

/** A bar of steps for each dimension; filled and empty steps differ without any colour. */
function Drawing({ dimensions, given }) {
  const profile = dimensions.map(({ title }, at) => `${title} ${levelInWords(given[at])}`).join("; ");
  const label = _("Profile: {profile}.", { profile });
  return html`
    <svg class="maturity-drawing" width="100%" height="${dimensions.length * BAR}em" role="img"
      aria-label=${label}>
      ${dimensions.map(({ title }, at) => html`<${Bar} title=${title} answer=${given[at]} top=${at * BAR} />`)}
    </svg>`;
}

function Bar({ title, answer, top }) {
  const look = (place) => (isLevel(answer) ? (place < answer ? "step-on" : "step-off") : "step-unknown");
  const width = 100 / TOP;
  return html`
    <text x="0" y="${top + 1.1}em">${title}</text>
    <text x="100%" y="${top + 1.1}em" text-anchor="end" class="step-value">${levelInWords(answer)}</text>
    ${Array.from(
      { length: TOP },
      (_step, place) => html`
        <rect x="${place * width}%" y="${top + 1.5}em" width="${width}%" height="1.1em" class=${look(place)} />`,
    )}`;
}

/** The weakest dimension with its step and its first things to do. */
function Begin({ weakest: [first, ...others] }) {
  if (!first) {
    return html`
      <h3>${_("Begin by asking")}</h3>
      <p>${_("No level is known yet. Ask the departments, then come back.")}</p>`;
  }
  const names = { first: first.title, dimensions: andList([first, ...others].map(({ title }) => title)) };
  const why = others.length
    ? _("{dimensions} are equally low. Begin with {first}: it comes first in the list.", names)
    : _("{first} is the lowest of the levels you know.", names);
  const heading = _("Begin with: {dimension}", { dimension: first.title });
  const step = html`<a href=${first.step.address}>${first.step.title}</a>`;
  return html`
    <h3>${heading}</h3>
    <p>${why} ${withElements(_("The step of the survival guide for it: {step}."), { step })}</p>
    <${Html} as="ul" class="claims" text=${first.begin} />`;
}

/** The class, why one may doubt it, and the button that keeps it. */
function Verdict({ classes, given, levels }) {
  const open = given.filter((answer) => answer === null).length;
  const id = maturityClass(levels);
  if (open) return html`<p>${stillOpen(open)}</p>`;
  if (!id) return html`<p>${_("No class: fewer than half of the levels are known.")}</p>`;
  const known = levels.filter((level) => level !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return html`
    <p class="maturity-class">
      <strong>${classes[id]}</strong>. <a href="#how-the-class-is-found">${_("How it is found")}</a>
    </p>
    ${high - low > 1 && html`<p>${uneven(low, high)}</p>`}
    <${Keep} key=${id} id=${id} />`;
}

const stillOpen = (open) =>
  ngettext(
    "{n} question is still open. The class needs an answer to each; “We do not know” is one.",
    "{n} questions are still open. The class needs an answer to each; “We do not know” is one.",
    open,
  );

const uneven = (low, high) =>
  _("Your profile is uneven, from {low} to {high}. The class hides that; the bars do not.", {
    low: number(low),
    high: number(high),
  });

/** Hands the class to the pathway finder, or takes it back. */
function Keep({ id }) {
  const [said, say] = useState(null);
  const use = useRef(null);
  const finder = html`<a href=${new URL("pathways/find/", root).href}>${_("Find your road")}</a>`;
  const keep = () => {
    const kept = keepProfile({ ...profile(), maturity: [id] });
    const stored = _("Stored on this device, nowhere else. The pathway finder now knows this answer: {finder}.");
    const refused = _("This browser does not let us store it. Give the answer yourself: {finder}.");
    say(withElements(kept ? stored : refused, { finder }));
  };
  const forget = () => {
    const { maturity, ...others } = profile();
    keepProfile(others);
    use.current.focus();
    say(_("Forgotten."));
  };
  return html`
    <div class="maturity-keep">
      <p>${_("The pathway finder asks for this class. You can hand it over; it is stored on this device only.")}</p>
      <p class="maturity-buttons">
        <button class="button" type="button" ref=${use} onClick=${keep}>${_("Use this for our city")}</button>
        <${Button} hidden=${!profile().maturity} onClick=${forget}>${_("Forget it")}<//>
      </p>
      <p role="status">${said}</p>
    </div>`;
}

function Levels({ dimensions, given }) {
  const row = (dimension, at) => {
    const answer = given[at];
    const words = levelInWords(answer);
    return html`
      <tr>
        <th scope="row"><a href="#${dimension.id}">${dimension.title}</a></th>
        <td>${isLevel(answer) ? `${words}: ${dimension.levels[answer - 1].title}` : words}</td>
        <td><${NextLevel} levels=${dimension.levels} answer=${answer} /></td>
      </tr>`;
  };
  return html`
    <${ScrollTable}
      caption=${_("Your profile, and the next level of each dimension")}
      heads=${[_("Dimension"), _("Today"), _("The next level")]}
    >
      ${dimensions.map(row)}
    <//>`;
}

/** What to do for the next level. */
function NextLevel({ levels, answer }) {
  if (answer === TOP) return _("The highest level. Keep it, and help others.");
  if (!isLevel(answer)) return _("Find out first: who in your city could answer this?");
  const next = levels[answer];
  const change = _("From {level} to {next}: {title}.", {
    level: number(answer),
    next: number(answer + 1),
    title: next.title,
  });
  return html`<b>${change} </b><${Html} text=${next.html} />`;
}
