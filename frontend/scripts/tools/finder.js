// The pathway finder: answers in, a route out. Nothing leaves the browser.
import { listed, onAddress, readAddress, writeAddress } from "../address.js";
import { data, root } from "../data.js";
import { save } from "../dom.js";
import { _, number } from "../language.js";
import { pageAddress } from "../links.js";
import { Button } from "../parts.js";
import { answersFrom, planCsv, planMarkdown } from "../plan.js";
import { Plan } from "../plan-page.js";
import { forgetProfile, keepProfile, profile } from "../profile.js";
import { route } from "../pure/route.js";
import { html, render } from "../view.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=finder]");
const place = document.querySelector("[data-finder-result]");

const link = (url) => pageAddress(new URL(url, root).href);

function Start({ cities, picked, pick, fill }) {
  return html`
    <div class="finder-start">
      <label for="start-city">${_("Start from a city we know something about")}</label>
      <select id="start-city" value=${picked} onChange=${(event) => pick(event.target.value)}>
        <option value="">${_("choose a city")}</option>
        ${cities.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
      <${Button} onClick=${fill}>${_("Fill in its answers")}<//>
    </div>`;
}

function Bar({ said, forget }) {
  return html`
    <p role="status" class="finder-status">${said}</p>
    <button type="submit" class="button button-main">${_("Show our road")}</button>
    <${Button} onClick=${forget}>${_("Forget my answers")}<//>`;
}

/** Whether the reader came by an address with answers; who reloads the page or goes back stays where they were. */
function isShared() {
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return type === "navigate" && Object.keys(readAddress()).length > 0;
}

/** The form that the server wrote, what the reader answered in it, and what is shown about it. */
class Finder {
  /** The id of the city that the answers were taken from, or "". */
  from = "";
  /** The id of the city chosen to start from, or "". */
  picked = "";

  constructor(known, knowledge) {
    this.known = known;
    this.knowledge = knowledge;
    this.inputs = [...form.querySelectorAll("input")];
    /** Questions with many answers are lists to pick from. */
    this.lists = [.../** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("[data-question] select"))];
  }

  start() {
    form.addEventListener("change", ({ target }) => {
      const isList = this.lists.some((list) => list === target);
      if (isList || target instanceof HTMLInputElement) this.answer();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    onAddress(() => this.restore());
    this.restore();
    if (isShared()) this.openPlan();
  }

  /** Who was sent a plan wants to read it, not the questions above it. */
  openPlan() {
    const heading = place.querySelector("h2");
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  answers() {
    return answersFrom(new FormData(form), this.known.questions);
  }

  /** Check exactly these answers in the form. */
  check(answers) {
    for (const input of this.inputs) {
      input.checked = input.value !== "" && (answers[input.name] ?? []).includes(input.value);
    }
    for (const list of this.lists) {
      const [given = ""] = answers[list.name] ?? [];
      list.value = [...list.options].some(({ value }) => value === given) ? given : "";
    }
  }

  /** Keep the answers on this device and in the address. */
  keep() {
    const answers = this.answers();
    keepProfile(answers);
    const values = Object.entries(answers).map(([question, ids]) => [question, ids.join(",")]);
    writeAddress({ ...Object.fromEntries(values), city: this.from });
  }

  answer() {
    this.from = "";
    this.keep();
    this.show();
  }

  submit() {
    if (Object.keys(this.answers()).length) {
      this.show();
      place.querySelector("h2").focus();
      return;
    }
    this.tell(_("Answer at least one question; the more you answer, the better the road."));
    this.inputs[0].focus();
  }

  fill() {
    const city = this.known.cities.find(({ id }) => id === this.picked);
    if (!city) {
      this.tell(_("Choose a city first."));
      return;
    }
    this.from = city.id;
    // What one plans is one's own, whatever the city.
    const { service = [] } = this.answers();
    this.check({ service, ...city.answers });
    this.keep();
    const said = _("{city}: {count} of {all} questions are answered from sources. Answer the others yourself.", {
      city: city.title,
      count: number(Object.keys(city.answers).length),
      all: number(this.known.questions.length),
    });
    this.show(said);
  }

  forget() {
    this.from = "";
    this.picked = "";
    this.check({});
    forgetProfile();
    writeAddress({});
    this.show(_("Your answers are forgotten, here and on this device."));
  }

  /** Take answers from the address; where it holds none, those kept on this device. */
  restore() {
    const said = readAddress();
    const given = Object.fromEntries(this.known.questions.map(({ id }) => [id, listed(said[id])]));
    const shared = Object.values(given).some((ids) => ids.length);
    this.from = shared && this.known.cities.some(({ id }) => id === said.city) ? said.city : "";
    this.picked = this.from;
    this.check(shared ? given : profile());
    this.show();
  }

  /** How many questions are answered. */
  count() {
    const count = Object.keys(this.answers()).length;
    if (!count) return _("No question answered yet.");
    return _("{count} of {all} questions answered.", {
      count: number(count),
      all: number(this.known.questions.length),
    });
  }

  /** Show the start, the bar and the plan for the answers given. */
  show(said = this.count()) {
    this.showStart();
    this.tell(said);
    const answers = this.answers();
    render(Object.keys(answers).length ? html`<${Plan} plan=${this.plan(answers)} />` : null, place);
  }

  showStart() {
    // Of a city of which only the country is known there is nothing to fill in.
    const cities = this.known.cities.filter((city) => Object.keys(city.answers).some((id) => id !== "country"));
    const pick = (id) => {
      this.picked = id;
      this.showStart();
    };
    const start = html`<${Start} cities=${cities} picked=${this.picked} pick=${pick} fill=${() => this.fill()} />`;
    render(start, form.querySelector("[data-finder-start]"));
  }

  tell(said) {
    const bar = html`<${Bar} said=${said} forget=${() => this.forget()} />`;
    render(bar, form.querySelector("[data-finder-bar]"));
  }

  /** All that a plan shows, and what its buttons do. */
  plan(answers) {
    const { known, knowledge } = this;
    const found = route(knowledge, known, answers, this.from);
    const city = known.cities.find(({ id }) => id === this.from)?.title;
    const plan = { found, known, knowledge, answers, city, link };
    const actions = {
      print: () => print(),
      markdown: () => save("our-plan.md", "text/markdown", planMarkdown(place)),
      csv: () => save("our-plan.csv", "text/csv", planCsv(plan)),
    };
    return { ...plan, actions };
  }
}

async function start() {
  const [known, knowledge] = await Promise.all([data("profile"), data("route")]);
  new Finder(known, knowledge).start();
}

if (form && place) {
  start().catch(() => {
    const sorry = _("The finder could not be loaded. The tables below hold the same rules.");
    render(html`<p class="notice" role="alert">${sorry}</p>`, place);
  });
}
