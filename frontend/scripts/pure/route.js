// A city's route: roads, obstacles with remedies, alike cities, money, indicators.
import { answered, compare, rank, similarity } from "./matching.js";

/** An order by several keys in turn, small ones first. */
const by =
  (...keys) =>
  (a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

const unique = (list) => [...new Set(list)];

/** Points from which on a road below the mark is called the closest: one hint alone says nothing. */
const CLOSE = 2;

/**
 * All a set of answers leads to; `start` is the city they were taken from.
 *
 * `services` are those one plans, without them those of the roads. `fitting` are all pathways that
 * reach the mark, also those that are not among the roads; `recommended` is false where none does and
 * the closest stands for a road.
 */
export function route(knowledge, { axes, questions, cities }, answers, start = "") {
  const { limits } = knowledge;
  const { traits: mine, obstacles: hurting, themes, country } = answered(questions, answers);
  const ranking = rank(knowledge.pathways, mine, hurting, knowledge.points);
  const fitting = ranking.filter((match) => match.fits);
  const closest = ranking.filter((match) => match.points >= CLOSE).slice(0, 1);
  const roads = fitting.length ? fitting.slice(0, limits.roads) : closest;
  const pathways = roads.map((match) => match.pathway);
  const services = themes.length ? themes : unique(pathways.flatMap((pathway) => pathway.themes));
  const twins = alike(knowledge, axes, cities, mine, { start, country });
  return {
    mine,
    themes,
    services,
    country,
    ranking,
    fitting,
    roads,
    recommended: fitting.length > 0,
    obstacles: obstacles(knowledge, pathways, hurting),
    alike: twins,
    solutions: solutions(knowledge, pathways, themes),
    reading: reading(knowledge, cities, { mine, services, country, twins }),
    ...funding(knowledge, pathways, mine),
    indicators: indicators(knowledge, services, themes.length > 0),
  };
}

/** Pathways with as many points as a match. */
export const equals = ({ ranking }, { pathway, points }) =>
  ranking.filter((other) => other.points === points && other.pathway !== pathway).map((other) => other.pathway);

/** All the reader named, then those typical of the roads: of the best road first. */
function obstacles({ obstacles: all, limits }, pathways, hurting) {
  const found = all
    .map((obstacle) => {
      const named = hurting.includes(obstacle.id);
      const typical = pathways.filter((pathway) => pathway.obstacles.includes(obstacle.id));
      // Of the best road counts most, of the next one less.
      const weight = typical.reduce((sum, pathway) => sum + limits.roads - pathways.indexOf(pathway), 0);
      return { obstacle, named, typical, weight, remedies: obstacle.remedies.slice(0, limits.remedies) };
    })
    .filter(({ named, weight }) => named || weight)
    .sort(
      by(
        ({ named }) => !named,
        ({ weight }) => -weight,
        ({ obstacle }) => -obstacle.met,
        ({ obstacle }) => obstacle.id,
      ),
    );
  return found.slice(0, Math.max(limits.obstacles, hurting.length));
}

/** Cities with case studies that share enough traits and more than separate them; most shared first. */
function alike({ casestudies, limits }, axes, cities, mine, { start, country }) {
  const names = axes.map((axis) => axis.id);
  return cities
    .map((city) => {
      const rows = compare(names, mine, city.traits);
      const own = casestudies.filter((casestudy) => casestudy.cities.includes(city.id));
      return { city, rows, ...similarity(rows), casestudies: own };
    })
    .filter(({ city, same, likeness, casestudies: own }) => {
      return city.id !== start && own.length && same >= limits.shared && likeness > 0;
    })
    .sort(
      by(
        ({ same }) => -same,
        ({ likeness }) => -likeness,
        ({ city }) => city.country !== country,
        (found) => -found.casestudies.length,
        ({ city }) => city.id,
      ),
    )
    .slice(0, limits.alike);
}

/**
 * Solutions for the services one plans, without them those of the roads: `look` holds those to look
 * at, those of the roads first, then best proven first; `warned` those found without effect or worse.
 */
function solutions({ solutions: all, limits }, pathways, themes) {
  const roads = pathways.map(({ id }) => id);
  const onRoad = (solution) => solution.pathways.some((id) => roads.includes(id));
  // The first two services are what a solution is about; others it touches.
  const about = ({ themes: own }) => own.slice(0, 2).some((theme) => themes.includes(theme));
  const found = all
    .filter((solution) => (themes.length ? solution.themes.some((theme) => themes.includes(theme)) : onRoad(solution)))
    .map((solution) => ({ ...solution, onRoad: onRoad(solution) }))
    // What is best proven stands first already, and stays so among its like.
    .sort(
      by(
        (solution) => !about(solution),
        (solution) => !solution.onRoad,
      ),
    );
  return {
    look: found.filter(({ against }) => !against).slice(0, limits.solutions),
    warned: found.filter(({ against }) => against),
  };
}

/**
 * Case studies on the services that matter, without any those of one's own country; not those of
 * similar cities, which are shown with them. Own country first, then cities of one's size.
 */
function reading({ casestudies, limits }, cities, { mine, services, country, twins }) {
  const shown = twins.flatMap((twin) => twin.casestudies.map(({ id }) => id));
  const sizes = mine.size ?? [];
  const ofOurSize = cities.filter(({ traits }) => (traits.size ?? []).some((id) => sizes.includes(id)));
  return casestudies
    .filter(({ id }) => !shown.includes(id))
    .map((casestudy) => ({
      ...casestudy,
      home: country !== null && casestudy.countries.includes(country),
      sameSize: casestudy.cities.some((id) => ofOurSize.some((city) => city.id === id)),
    }))
    .filter(({ themes, home }) => (services.length ? themes.some((theme) => services.includes(theme)) : home))
    .sort(
      by(
        ({ home }) => !home,
        ({ sameSize }) => !sameSize,
      ),
    )
    .slice(0, limits.reading);
}

const OPEN = ["open", "rolling", "announced"];

/** Open lines first, unclear ones next; what is hard to get goes last among its like. */
function funding({ funding: all }, pathways, mine) {
  const found = unique(pathways.flatMap((pathway) => pathway.funding))
    .map((id) => all.find((line) => line.id === id))
    .map((line) => ({ line, limits: limitsOf(line, mine) }))
    .sort(
      by(
        ({ line }) => !OPEN.includes(line.status),
        ({ limits }) => limits.length > 0,
      ),
    );
  return {
    funding: found.filter(({ line }) => line.status !== "closed"),
    closed: found.filter(({ line }) => line.status === "closed").map(({ line }) => line),
  };
}

/** What makes a funding line hard to get for a city with these classes. */
function limitsOf(line, mine) {
  return line.limits.filter((limit) => limit.classes.some((id) => (mine[limit.axis] ?? []).includes(id)));
}

/**
 * For each service one plans, without them for each of the roads, the indicators made for it, then
 * others, those first that most case studies use; outputs prove nothing.
 */
function indicators({ indicators: all, limits }, services, chosen) {
  const found = [];
  // One for each service, then the next of each, until there are enough.
  const rounds = chosen ? limits.indicators : 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const theme of services) {
      const [best] = all
        .filter(({ themes: own, level, used }) => own.includes(theme) && level !== "output" && used)
        .filter((indicator) => !found.includes(indicator))
        .sort(
          by(
            ({ themes: [first] }) => first !== theme,
            ({ used }) => -used,
            ({ id }) => id,
          ),
        );
      if (best) found.push(best);
    }
  }
  return found.slice(0, limits.indicators);
}
