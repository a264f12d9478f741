// One gap, one answer: the form for the field that the address names behind #. Nothing is sent, and
// nothing is kept; the answer leaves this page only as the reader takes it along.
import { data, root } from "../data.js";
import { save } from "../dom.js";
import { _ } from "../language.js";
import { pageAddress } from "../links.js";
import { Button } from "../parts.js";
import { answered, asked, file, SOURCE } from "../pure/answer.js";
import { html, render, withElements } from "../view.js";

/** Longest address that hosts take, in letters; a longer one would lose its text. */
const MOST = 8000;

const SAYS = {
  empty: _("Fill this in."),
  date: _("Write a year, a month or a day: 2019, 2019-06 or 2019-06-17."),
  number: _("Write a number alone, such as 12.5, without its unit."),
  thousands: _("Write thousands without a point or comma: 10000. A decimal has another number of digits: 10.0."),
  country: _("Write two letters, such as BE."),
  currency: _("Write three letters, such as EUR."),
  markup: _("Write it in words, without the signs < and >."),
  long: _("Say it shorter."),
  url: _("Write the whole address of the page; it starts with https://."),
};

const SOURCE_LABELS = {
  title: _("Title of the page or report"),
  publisher: _("Who published it"),
  url: _("Its address"),
  date: _("When it was published"),
};

const link = (url) => pageAddress(new URL(url, root).href);

const EMPTY = { now: {}, source: {}, by: "", note: "" };

/** What stands below a label: an example, and what is wrong. */
function Help({ id, example, problem }) {
  return html`
    ${example && html`<span id="${id}-help" class="gap-help">${_("For example: {example}", { example })}</span>`}
    ${problem && html`<span id="${id}-problem" class="gap-problem">${SAYS[problem]}</span>`}`;
}

const described = (id, example, problem) =>
  [example && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || null;

/** The control of a box: a list to choose from, a paragraph or one line. */
function Control({ id, box, text, problem, type }) {
  const common = {
    id,
    "aria-describedby": described(id, box.example, problem),
    "aria-invalid": problem ? "true" : null,
    autocomplete: "off",
    value: text,
    onInput: (event) => type(event.target.value),
  };
  if (box.input === "choice") {
    return html`<select ...${common}>
      <option value="">${_("choose")}</option>
      ${box.choices.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
    </select>`;
  }
  if (box.input === "long") return html`<textarea ...${common} rows="4"></textarea>`;
  const mode = { number: "decimal", url: "url" }[box.input] ?? null;
  return html`<input ...${common} class=${`gap-${box.input}`} inputmode=${mode} />`;
}

function Box({ id, label, box, text, problem, type }) {
  return html`<p class="gap-box">
    <label for=${id}>${label}${box.needed ? "" : ` ${_("(optional)")}`}</label>
    <${Help} id=${id} example=${box.example} problem=${problem} />
    <${Control} id=${id} box=${box} text=${text} problem=${problem} type=${type} />
  </p>`;
}

/** The question, and whose answer is wanted. */
function Question({ entry, gap }) {
  const page = html`<a href=${link(entry.url)}>${entry.title}</a>`;
  const told = gap.shape === "told" && typeof gap.was === "string";
  return html`
    <h2 id="gap-question" tabindex="-1">${gap.question}</h2>
    ${told && html`<blockquote class="gap-asked">${gap.was.replaceAll(/\s*\[@[a-z0-9-]+\]/g, "")}</blockquote>`}
    ${gap.about && html`<p class="gap-about">${gap.about}${gap.unit && ` (${gap.unit})`}</p>`}
    <p class="gap-page">${withElements(_("Missing on the page: {page}"), { page })}</p>`;
}

function Problems({ problems, labels }) {
  const go = (event, id) => {
    // The address behind # names the gap; the way to a box is not written there.
    event.preventDefault();
    document.getElementById(id).focus();
  };
  return html`<div class="gap-problems" role="alert" tabindex="-1" id="gap-problems">
    <p><b>${_("Something is missing or not understood:")}</b></p>
    <ul>
      ${Object.entries(problems).map(
        ([id, problem]) => html`<li key=${id}>
          <a href=${`#${id}`} onClick=${(event) => go(event, id)}>
            ${_("{label}: {problem}", { label: labels[id], problem: SAYS[problem] })}
          </a>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** Label of each box by its name, for the list of problems. */
function labelsOf(gap) {
  const now = gap.parts.map((part) => [`now-${part.name}`, part.label || gap.answerLabel]);
  const source = SOURCE.map(({ name }) => [`source-${name}`, SOURCE_LABELS[name]]);
  return Object.fromEntries([...now, ...source, ["note", _("Anything else")]]);
}

function SourceBoxes({ gap, typed, problems, change }) {
  return html`<fieldset class="gap-source">
    <legend>${_("Where can it be read?")}</legend>
    <p class="gap-help">
      ${
        gap.sourced
          ? _("This answer needs a page or report that others can open.")
          : _("If it stands nowhere, leave this empty and say below how you know it.")
      }
    </p>
    ${SOURCE.map((box) => {
      const id = `source-${box.name}`;
      const type = (text) => change({ source: { ...typed.source, [box.name]: text } });
      const needed = { ...box, needed: box.name !== "date" };
      return html`<${Box}
        key=${id} id=${id} label=${SOURCE_LABELS[box.name]} box=${needed} text=${typed.source[box.name] ?? ""}
        problem=${problems[id]} type=${type}
      />`;
    })}
  </fieldset>`;
}

function Form({ gap, entry, tellers, typed, problems, change, make }) {
  const labels = labelsOf(gap);
  const teller = { input: "choice", choices: tellers, needed: true };
  return html`<form onSubmit=${make} novalidate aria-labelledby="gap-question">
    <${Question} entry=${entry} gap=${gap} />
    ${Object.keys(problems).length > 0 && html`<${Problems} problems=${problems} labels=${labels} />`}
    ${gap.parts.map((part) => {
      const id = `now-${part.name}`;
      const type = (text) => change({ now: { ...typed.now, [part.name]: text } });
      return html`<${Box}
        key=${id} id=${id} label=${labels[id]} box=${part} text=${typed.now[part.name] ?? ""}
        problem=${problems[id]} type=${type}
      />`;
    })}
    <${SourceBoxes} gap=${gap} typed=${typed} problems=${problems} change=${change} />
    <${Box}
      id="by" label=${_("How do you know it?")} box=${teller} text=${typed.by} type=${(by) => change({ by })}
    />
    <${Box}
      id="note" label=${_("Anything else")} box=${{ input: "long", needed: false }} text=${typed.note}
      problem=${problems.note} type=${(note) => change({ note })}
    />
    <p><button type="submit" class="button">${_("Make the answer")}</button></p>
  </form>`;
}

/** The answer as a letter: in words, then as the file, indented, which YAML and forges both take. */
function letter(gap, entry, text) {
  const asked = typeof gap.was === "string" && gap.shape === "told" ? gap.was : gap.question;
  const about = gap.about ? `${gap.about}\n` : "";
  const indented = text.trimEnd().replaceAll(/^/gm, "    ");
  return `${entry.title}\n${about}${asked}\n\n${_("The answer as a file, answer.yml:")}\n\n${indented}\n`;
}

/** An address of a door with its texts; null where there is no such door, or it would be too long. */
function addressed(door, texts) {
  const address = door?.replaceAll(/\{(\w+)\}/g, (sign, name) => encodeURIComponent(texts[name] ?? sign));
  return address && address.length < MOST ? address : null;
}

function copy(text, event) {
  const said = event.currentTarget.closest(".gap-doors").querySelector("[role=status]");
  navigator.clipboard.writeText(text).then(
    () => {
      said.textContent = _("Copied.");
    },
    () => {
      said.textContent = _("Your browser does not let this page copy. Mark the text above and copy it.");
    },
  );
}

function Answer({ gap, entry, answer, doors }) {
  const text = file(answer);
  const body = letter(gap, entry, text);
  const title = _("An answer: {title}", { title: entry.title });
  const mail = addressed(doors.letter, { subject: title, body: body.replaceAll("\n", "\r\n") });
  const issue = addressed(doors.issue, { title, body });
  return html`<section aria-labelledby="gap-answer">
    <h2 id="gap-answer" tabindex="-1">${_("Your answer")}</h2>
    <p>${_("Nothing has been sent. Take one of these ways; all are equal to us.")}</p>
    <pre class="gap-file"><code>${text}</code></pre>
    <div class="gap-doors">
      <${Button} onClick=${() => save("answer.yml", "text/yaml", text)}>${_("Download as a file")}<//>
      <${Button} onClick=${(event) => copy(body, event)}>${_("Copy as a letter")}<//>
      ${mail && html`<a class="button" href=${mail}>${_("Write a mail")}</a>`}
      ${
        issue &&
        html`<a class="button" href=${issue} target="_blank" rel="noopener">${_("Open an issue (new tab)")}</a>`
      }
      <span role="status"></span>
    </div>
  </section>`;
}

const Missing = ({ says }) => html`<p role="alert" class="gap-missing">${says} <${Choose} /></p>`;

function Choose() {
  const list = html`<a href=${link("about/gaps/")}>${_("what we have not found")}</a>`;
  return html`<span>
    ${withElements(_("Press “not reported” on any page, or take a question from the list of {list}."), { list })}
  </span>`;
}

/** The gap that is asked for, with its entry; null if there is none, or it has been filled. */
async function found(ask, known) {
  if (!Object.hasOwn(known.known, ask.kind) || !known.known[ask.kind].includes(ask.id)) return null;
  const entry = await data(`gaps/${ask.kind}/${ask.id}`);
  if (!Object.hasOwn(entry.gaps, ask.field)) return null;
  const gap = entry.gaps[ask.field];
  const question = known.questions[gap.question];
  const counts = question.parts[0].input === "number" && gap.unit;
  const answerLabel = counts ? _("The number, in {unit}", { unit: gap.unit }) : _("Your answer");
  return { entry, gap: { ...gap, ...question, field: ask.field, file: entry.file, answerLabel } };
}

/** What is on the page: the form, what was typed into it, and the answer as soon as there is one. */
class Page {
  typed = EMPTY;
  problems = {};
  answer = null;

  constructor(place, known, doors) {
    this.place = place;
    this.known = known;
    this.doors = doors;
  }

  async show() {
    const ask = asked(location.hash);
    // A jump to a heading of this page asks for nothing.
    if (!ask && this.found) return;
    this.found = ask && (await found(ask, this.known));
    Object.assign(this, { typed: EMPTY, problems: {}, answer: null });
    const filled = _("Nothing is missing there, or somebody has told already.");
    if (this.found) this.draw();
    else render(ask ? html`<${Missing} says=${filled} />` : html`<p><${Choose} /></p>`, this.place);
    if (this.found) document.getElementById("gap-question").focus();
  }

  read() {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0"));
    return answered(this.found.gap, this.typed, today.join("-"));
  }

  change(some) {
    this.typed = { ...this.typed, ...some };
    if (this.answer || Object.keys(this.problems).length) this.judge();
    else this.draw();
  }

  judge() {
    const { problems, answer } = this.read();
    Object.assign(this, { problems, answer: answer ?? null });
    this.draw();
  }

  make(event) {
    event.preventDefault();
    this.judge();
    document.getElementById(this.answer ? "gap-answer" : "gap-problems").focus();
  }

  draw() {
    const { entry, gap } = this.found;
    render(
      html`<${Form}
          gap=${gap} entry=${entry} tellers=${this.known.tellers} typed=${this.typed} problems=${this.problems}
          change=${(some) => this.change(some)} make=${(event) => this.make(event)}
        />
        ${this.answer && html`<${Answer} gap=${gap} entry=${entry} answer=${this.answer} doors=${this.doors} />`}`,
      this.place,
    );
  }
}

async function start(place) {
  const [known, doors] = await Promise.all([data("gaps"), data("contact")]);
  const page = new Page(place, known, doors);
  window.addEventListener("hashchange", () => page.show());
  await page.show();
}

const place = document.querySelector("[data-tool=gap]");
if (place) {
  start(place).catch(() => {
    render(
      html`<p role="alert">${_("The form could not be loaded. How to answer without it stands below.")}</p>`,
      place,
    );
  });
}
