// A route as a page: "our plan", in the order in which a city uses it.
import { receiptNumber } from "./dom.js";
import { _, andList, longDate, ngettext, number, partialDate } from "./language.js";
import { Button, Grade, Unknown } from "./parts.js";
import { likenessOf, pointsOf, tasksOf, whyListed, whyRead } from "./plan.js";
import { equals } from "./pure/route.js";
import { ScrollTable } from "./scroll-table.js";
import { Html, html, useLayoutEffect, useRef, useState } from "./view.js";

/**
 * The whole plan.
 *
 * Every section takes the same `plan`: `found` is the route, `known` and `knowledge` are the data it
 * was made from, `answers` the reader's, `city` the title of the city they came from, `link` makes
 * an address of one below the site's root, `actions` are called by the buttons.
 */
export function Plan({ plan }) {
  const hasRoad = plan.found.roads.length > 0;
  return html`
    <section class="plan" aria-label=${_("Our plan")}>
      <${Head} ...${plan} />
      <${Profile} ...${plan} />
      <${Roads} ...${plan} />
      <${Solutions} ...${plan} />
      ${hasRoad && html`<${Steps} ...${plan} />`}
      <${Obstacles} ...${plan} />
      <${Alike} ...${plan} />
      <${Reading} ...${plan} />
      <${Buying} ...${plan} />
      ${hasRoad && html`<${Money} ...${plan} />`}
      <${Indicators} ...${plan} />
      <${Receipts} found=${plan.found} />
    </section>`;
}

function Head({ found, knowledge, actions }) {
  const { fitsFrom } = knowledge.points;
  const made = _("Made with the SCIFI cookbook on {day}.", { day: longDate(new Date()) });
  return html`
    <div class="plan-head">
      <h2 id="our-road" tabindex="-1">${_("Our road")}</h2>
      <p class="lead" role="status">${finding(found, fitsFrom)}</p>
      <p class="plan-made">${made}</p>
      <p class="plan-tools">
        <${Button} onClick=${actions.print}>${_("Print our plan")}<//>
        <${Button} onClick=${actions.markdown}>${_("Save as text (Markdown)")}<//>
        <${Button} onClick=${actions.csv}>${_("Save as table (CSV)")}<//>
        <span>${_("The address of this page holds your answers: copy it to share the plan.")}</span>
      </p>
    </div>`;
}

/** The route in one or two sentences. */
function finding({ roads, fitting, recommended }, fitsFrom) {
  if (!roads.length) return _("No pathway fits these answers yet. Answer more questions.");
  const [{ pathway, points }] = roads;
  if (!recommended) {
    return ngettext(
      "None of our pathways fits well: none reaches {mark} points. The closest is “{pathway}” with {n} point.",
      "None of our pathways fits well: none reaches {mark} points. The closest is “{pathway}” with {n} points.",
      points,
      { pathway: pathway.title, mark: number(fitsFrom) },
    );
  }
  const best = fitting.filter((match) => match.points === points);
  return [bestOf(best, points), othersOf(fitting.length - best.length), cutOf(fitting, roads)]
    .filter(Boolean)
    .join(" ");
}

/** The pathway with most points, or all that have as many. */
function bestOf(best, points) {
  const [{ pathway }] = best;
  if (best.length === 1) {
    return ngettext("“{pathway}” fits best, with {n} point.", "“{pathway}” fits best, with {n} points.", points, {
      pathway: pathway.title,
    });
  }
  return ngettext(
    "{pathways} fit equally well, with {n} point each.",
    "{pathways} fit equally well, with {n} points each.",
    points,
    {
      pathways: andList(best.map((match) => `“${match.pathway.title}”`)),
    },
  );
}

const othersOf = (others) => (others ? ngettext("{n} other fits too.", "{n} others fit too.", others) : "");

const cutOf = (fitting, roads) =>
  fitting.length > roads.length ? ngettext("The first {n} is shown.", "The first {n} are shown.", roads.length) : "";

function Profile({ known, answers, city }) {
  const row = (question) => {
    const chosen = question.answers.filter(({ id }) => (answers[question.id] ?? []).includes(id));
    const titles = chosen.map(({ title }) => title).join("; ");
    return html`
      <tr>
        <th scope="row">${question.title}</th>
        <td class=${titles ? null : "unknown"}>${titles || _("not answered")}</td>
      </tr>`;
  };
  const summary = city ? _("What this plan rests on (started from {city})", { city }) : _("What this plan rests on");
  return html`
    <details class="plan-profile">
      <summary>${summary}</summary>
      <${ScrollTable} caption=${_("Our answers")} heads=${[_("Question"), _("Answer")]}>
        ${known.questions.map(row)}
      <//>
    </details>`;
}

function Roads({ found, known, knowledge, link }) {
  return html`
    <section class="plan-roads">
      <h2>${_("Which pathways fit, and why")}</h2>
      <div class="cards">
        ${found.roads.map(
          (road) => html`
            <${Road} key=${road.pathway.id} road=${road} found=${found} known=${known}
              obstacles=${knowledge.obstacles} link=${link} />`,
        )}
      </div>
      <${AlsoFitting} found=${found} link=${link} />
      <${AllPathways} found=${found} known=${known} link=${link} />
    </section>`;
}

/** The titles of the reader's classes that a reason is about. */
function classes({ axes }, { axis, classes }, mine) {
  const { classes: titles } = axes.find(({ id }) => id === axis);
  const shared = classes.filter((id) => (mine[axis] ?? []).includes(id));
  return shared.map((id) => titles[id]).join(", ");
}

/** Pathways that fit as well, but are not shown as cards. */
function AlsoFitting({ found, link }) {
  const others = found.fitting.slice(found.roads.length);
  if (!others.length) return null;
  const list = others.map(
    ({ pathway, points }) => html`
    <li><a href=${link(pathway.url)}>${pathway.title}</a> (${pointsOf(points)})</li>`,
  );
  return html`<p class="label">${_("Also fitting")}</p><ul class="plan-also">${list}</ul>`;
}

function Road({ road, found, known, obstacles, link }) {
  const { pathway, points, reasons, against } = road;
  const { mine } = found;
  const same = found.recommended ? equals(found, road).map(({ title }) => `“${title}”`) : [];
  const reason = (sign) => (fit) =>
    html`
    <li><strong>${sign}${number(fit.points)} ${classes(known, fit, mine)}. </strong><${Html} text=${fit.html} /></li>`;
  return html`
    <article class="card road" data-part="pathways">
      <p class="card-kicker">${pointsOf(points)}</p>
      <h3 class="card-title"><a href=${link(pathway.url)}>${pathway.title}</a></h3>
      ${same.length > 0 && html`<p class="where">${_("Equal with {pathways}.", { pathways: andList(same) })}</p>`}
      <p class="label">${_("What speaks for it")}</p>
      <ul>${reasons.map(reason("+"))}<${Hurting} road=${road} obstacles=${obstacles} /></ul>
      <p class="label">${_("What speaks against it")}</p>
      ${against.length ? html`<ul>${against.map(reason("−"))}</ul>` : html`<p>${_("Nothing you told us.")}</p>`}
      <p class="label">${_("Where to start")}</p>
      <ul>${pathway.start.slice(0, 2).map((text) => html`<${Html} as="li" text=${text} />`)}</ul>
    </article>`;
}

/** The obstacles a reader named that are typical of a road. */
function Hurting({ road, obstacles }) {
  const titles = road.obstacles.map((id) => obstacles.find((obstacle) => obstacle.id === id).title.toLowerCase());
  if (!titles.length) return null;
  return html`
    <li>
      <strong>${_("What hurts you is typical here:")} </strong>
      ${titles.join("; ")}.
    </li>`;
}

function AllPathways({ found, known, link }) {
  const caption = _("All pathways with their points");
  const summary = _("All {count} pathways with their points", { count: number(found.ranking.length) });
  const heads = [_("Pathway"), _("Points"), _("Speaks for it"), _("Speaks against it")];
  const named = (fits) => fits.map((fit) => classes(known, fit, found.mine)).join("; ") || _("nothing");
  const row = ({ pathway, points, reasons, against }) => html`
    <tr>
      <th scope="row"><a href=${link(pathway.url)}>${pathway.title}</a></th>
      <td>${number(points).replace("-", "−")}</td>
      <td>${named(reasons)}</td>
      <td>${named(against)}</td>
    </tr>`;
  return html`
    <details class="plan-all">
      <summary>${summary}</summary>
      <${ScrollTable} caption=${caption} heads=${heads}>${found.ranking.map(row)}<//>
    </details>`;
}

function Solutions({ found: { solutions, themes }, link }) {
  const { look, warned } = solutions;
  if (!look.length && !warned.length) return null;
  const mixed = look.some(({ onRoad }) => !onRoad);
  return html`
    <section class="plan-solutions">
      <h2>${_("Solutions to look at")}</h2>
      <p>
        ${
          themes.length
            ? _("For the services you chose: what suits our roads first, then what is best proven.")
            : _("You chose no service, so these suit our roads; the best proven stand first.")
        }
        ${" "}<a href=${link("solutions/")}>${_("All solutions")}</a>
      </p>
      <ul class="solution-list">
        ${look.map((each) => html`<${Solution} ...${each} suits=${mixed && each.onRoad} link=${link} />`)}
      </ul>
      ${warned.length > 0 && html`<p class="label">${_("Measured, and found without effect or harmful")}</p>`}
      ${
        warned.length > 0 &&
        html`<ul class="solution-list">
          ${warned.map((each) => html`<${Solution} ...${each} link=${link} />`)}
        </ul>`
      }
    </section>`;
}

function Solution({ title, url, verdict, effect, cost, cases, suits, link }) {
  const said = [
    effect,
    cost && _("cost: {cost}", { cost }),
    ngettext("{n} case study", "{n} case studies", cases),
    suits && _("suits our roads"),
  ];
  return html`
    <li>
      <span class=${`verdict verdict-${verdict.id}`}>${verdict.name}</span> <a href=${link(url)}>${title}</a>
      ${" "}<span class="where">${said.filter(Boolean).join("; ")}</span>
    </li>`;
}

function Steps(plan) {
  return html`
    <section class="plan-steps">
      <h2>${_("Seven steps, and what matters for a city like ours")}</h2>
      <ol class="plan-list">
        ${plan.knowledge.steps.map((step) => html`<${Step} key=${step.id} step=${step} plan=${plan} />`)}
      </ol>
    </section>`;
}

function Step({ step, plan: { found, known, knowledge, link } }) {
  const all = ngettext("{n} thing to do in this step", "All {n} things to do in this step", step.all);
  return html`
    <li>
      <h3><a href=${link(step.url)}>${number(step.order)}. ${step.title}</a></h3>
      <p class="question">${step.question}</p>
      <ul class="plan-tasks">
        ${tasksOf(step, found, knowledge, known.axes).map(
          ({ html: text, why }) => html`<li><span class="why">${why}: </span><${Html} text=${text} /></li>`,
        )}
      </ul>
      <p class="where"><a href=${link(step.url)}>${all}</a></p>
    </li>`;
}

function Obstacles({ found, knowledge, link }) {
  if (!found.obstacles.length) return null;
  const heads = [_("Obstacle"), _("Why it is listed"), _("Met by"), _("First aid and cures")];
  const row = (listed) => html`
    <tr>
      <th scope="row"><a href=${link(listed.obstacle.url)}>${listed.obstacle.title}</a></th>
      <td>${whyListed(listed)}</td>
      <td>${ngettext("{n} case study", "{n} case studies", listed.obstacle.met)}</td>
      <td><${Cures} remedies=${listed.remedies.map((id) => knowledge.remedies[id])} link=${link} /></td>
    </tr>`;
  return html`
    <section class="plan-obstacles">
      <h2>${_("What will stand in the way, and what cures it")}</h2>
      <${ScrollTable} caption=${_("Likely obstacles")} heads=${heads}>${found.obstacles.map(row)}<//>
    </section>`;
}

function Cures({ remedies, link }) {
  if (!remedies.length) return html`<${Unknown} says=${_("no remedy here yet")} />`;
  return html`
    <ul class="links">
      ${remedies.map(({ url, title }) => html`<li><a href=${link(url)}>${title}</a></li>`)}
    </ul>`;
}

function Alike({ found, known, knowledge, link }) {
  const withCases = new Set(knowledge.casestudies.flatMap(({ cities }) => cities)).size;
  const none = _(
    "None is alike: of our {n} cities none shares {shared} known traits with yours and differs in fewer.",
    { n: number(withCases), shared: number(knowledge.limits.shared) },
  );
  return html`
    <section>
      <h2>${_("Cities like ours, and what they tried")}</h2>
      ${
        found.alike.length
          ? html`
            <ul class="plan-alike">
              ${found.alike.map(
                (match) => html`<${Twin} key=${match.city.id} match=${match} axes=${known.axes} link=${link} />`,
              )}
            </ul>`
          : html`<p class="unknown">${none}</p>`
      }
      <p class="where">
        ${_("Of most cities we know little more than the size.")}
        ${" "}${_("A trait is only compared if both cities know it.")}
      </p>
    </section>`;
}

/** Case studies on the services that matter, those of one's own country and size first. */
function Reading({ found, known, knowledge, link }) {
  const { reading, country } = found;
  if (!reading.length && !country) return null;
  const list = reading.map(
    (each) => html`
    <li>
      <${Grade} letter=${each.grade} /> <a href=${link(each.url)}>${each.title}</a>
      ${whyRead(each) && html` <span class="where">${whyRead(each)}</span>`}
    </li>`,
  );
  return html`
    <section class="plan-reading">
      <h2>${_("Case studies to read first")}</h2>
      <p>
        ${aboutOf(found)}
        ${" "}${country && html`<${Home} found=${found} known=${known} knowledge=${knowledge} link=${link} />`}
      </p>
      ${list.length > 0 && html`<ul class="case-list">${list}</ul>`}
    </section>`;
}

/** What the case studies to read are about. */
function aboutOf({ themes, services }) {
  if (themes.length) return _("On the services you chose.");
  return services.length ? _("On the services of our roads.") : "";
}

/** How many case studies the reader's country has, and whether any is about the services that matter. */
function Home({ found: { country, services }, known, knowledge, link }) {
  const { title } = known.questions.flatMap(({ answers }) => answers).find((answer) => answer.country === country);
  const home = knowledge.casestudies.filter(({ countries }) => countries.includes(country));
  if (!home.length) return _("We have no case study from your country yet ({country}).", { country: title });
  const onService = home.some(({ themes }) => themes.some((theme) => services.includes(theme)));
  const all = ngettext(
    "{n} case study from your country ({country})",
    "All {n} case studies from your country ({country})",
    home.length,
    { country: title },
  );
  return html`
    ${services.length > 0 && !onService && _("None from your country is on these services.")}
    ${" "}<a href=${link(`casestudies/?country=${country}`)}>${all}</a>`;
}

/** What the reader's country lets a city buy without a large procedure, where we know it. */
function Buying({ found: { country }, knowledge, link }) {
  const laws = (knowledge.buying[country] ?? []).filter(({ limits }) => limits.length);
  if (!laws.length) return null;
  return html`
    <section class="plan-buying">
      <h2>${_("How simply we may buy")}</h2>
      ${laws.map((law) => html`<${Limits} key=${law.id} ...${law} link=${link} />`)}
    </section>`;
}

function Limits({ title, url, checked, limits, link }) {
  const day = partialDate(checked);
  return html`
    <p>
      <a href=${link(url)}>${title}</a>. ${_("Without VAT; checked in {date}, check before use.", { date: day })}
    </p>
    <ul>
      ${limits.map(
        (limit) => html`
        <li>
          <strong>
            ${limit.sum ?? _("No sum")}. ${limit.what}, ${_("as of {date}", { date: partialDate(limit.date) })}.
          </strong>${" "}
          <${Html} text=${limit.html} />
        </li>`,
      )}
    </ul>`;
}

function Twin({ match, axes, link }) {
  const { city, casestudies, rows } = match;
  const summary = _("{city} and us, trait by trait", { city: city.title });
  const caption = _("{city} and us", { city: city.title });
  const heads = [_("Trait"), _("Our city"), city.title, _("Verdict")];
  return html`
    <li>
      <h3><a href=${link(city.url)}>${city.title}</a> ${likenessOf(match)}</h3>
      <ul class="case-list">${casestudies.map((casestudy) => html`<${Case} ...${casestudy} link=${link} />`)}</ul>
      <details class="plan-rows">
        <summary>${summary}</summary>
        <${ScrollTable} caption=${caption} heads=${heads}>
          ${rows.map((row) => html`<${Trait} row=${row} axis=${axes.find(({ id }) => id === row.axis)} />`)}
        <//>
      </details>
    </li>`;
}

function Case({ grade, url, title, link }) {
  return html`
    <li>
      <${Grade} letter=${grade} /> <a href=${link(url)}>${title}</a>
    </li>`;
}

function Trait({ row, axis }) {
  const verdicts = { same: _("same"), differs: _("differs"), unknown: _("not known of both") };
  const titles = (ids) => ids.map((id) => axis.classes[id]).join(", ") || _("not known");
  return html`
    <tr class="verdict-${row.verdict}">
      <th scope="row">${axis.title}</th>
      <td>${titles(row.mine)}</td>
      <td>${titles(row.theirs)}</td>
      <td>${verdicts[row.verdict]}</td>
    </tr>`;
}

function Money({ found, link }) {
  const heads = [_("Funding"), _("It pays for"), _("Who may apply"), _("Status")];
  const titles = found.closed.map(({ title }) => title).join("; ");
  const closed = _("Closed when last checked, so left out: {funding}.", { funding: titles });
  return html`
    <section>
      <h2>${_("Money to ask for")}</h2>
      <${ScrollTable} caption=${_("Funding for these roads")} heads=${heads}>
        ${found.funding.map(({ line, limits }) => html`<${Fund} line=${line} limits=${limits} link=${link} />`)}
      <//>
      ${titles && html`<p class="where">${closed}</p>`}
    </section>`;
}

function Fund({ line, limits, link }) {
  const caution = (limit) => html`
    <p class="caution"><strong>${_("For a city like yours:")} </strong><${Html} text=${limit.html} /></p>`;
  return html`
    <tr>
      <th scope="row"><a href=${link(line.url)}>${line.title}</a></th>
      <td>${line.paysFor}</td>
      <td><${Html} text=${line.who} />${limits.map(caution)}</td>
      <td>${line.statusName}</td>
    </tr>`;
}

function Indicators({ found, link }) {
  const heads = [
    _("Indicator"),
    _("Counted in"),
    _("Who can measure it"),
    _("How often"),
    _("Used by"),
    _("Our baseline"),
  ];
  if (!found.indicators.length) return null;
  const caption = found.themes.length ? _("Indicators for these services") : _("Indicators for these roads");
  const picker = `${link("indicators/plan/")}?ids=${found.indicators.map(({ id }) => id).join(",")}`;
  return html`
    <section>
      <h2>${_("What to measure from day one")}</h2>
      <p>
        ${_("Take the baseline before anything changes. Two or three of these are enough.")}
        ${" "}<a href=${picker}>${_("Make a measuring plan with them")}</a>
      </p>
      <${ScrollTable} caption=${caption} heads=${heads}>
        ${found.indicators.map((indicator) => html`<${Indicator} ...${indicator} link=${link} />`)}
      <//>
    </section>`;
}

function Indicator({ title, url, unit, who, howOften, used, link }) {
  const cell = (text) => {
    const content = text ? html`<${Html} text=${text} />` : html`<${Unknown} says=${_("depends on the service")} />`;
    return html`<td>${content}</td>`;
  };
  return html`
    <tr>
      <th scope="row"><a href=${link(url)}>${title}</a></th>
      <td>${unit}</td>
      ${cell(who)}
      ${cell(howOften)}
      <td>${ngettext("{n} case study", "{n} case studies", used)}</td>
      <td class="to-fill"></td>
    </tr>`;
}

/** The sources of the plan, numbered as they come. */
function Receipts({ found }) {
  const box = useRef(null);
  const [sources, setSources] = useState([]);
  // Which receipts a plan has is known when all of it is drawn.
  useLayoutEffect(() => setSources(numbered(box.current.closest(".plan"))), [found]);
  return html`
    <details class="receipts plan-receipts" ref=${box}>
      <summary>${ngettext("Receipts: {n} source", "Receipts: {n} sources", sources.length)}</summary>
      <p>${_("Text without a raised number is our own advice.")}</p>
      <ol>
        ${sources.map(
          ({ address, title, lang }) => html`<li><a href=${address} lang=${lang || null}>${title}</a></li>`,
        )}
      </ol>
    </details>`;
}

/** Number the receipts in the order of the page, one number for one source; the sources in order. */
function numbered(plan) {
  const sources = new Map();
  for (const link of plan.querySelectorAll(".receipt a")) {
    const address = link.getAttribute("href");
    const { title, lang } = link;
    if (!sources.has(address)) sources.set(address, { address, title, lang, place: sources.size + 1 });
    receiptNumber(link).textContent = String(sources.get(address).place);
  }
  return [...sources.values()];
}
