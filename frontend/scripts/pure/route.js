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

/**
 * All a set of answers leads to; `start` is the city they were taken from.
 *
 * `recommended` is false where no pathway reaches the mark and the closest stands for a road.
 */
export function route(knowledge, { axes, questions, cities }, answers, start = "") {
  const { limits } = knowledge;
  const { traits: mine, obstacles: hurting } = answered(questions, answers);
  const ranking = rank(knowledge.pathways, mine, hurting, knowledge.points);
  const recommended = ranking.filter((match) => match.fits).slice(0, limits.roads);
  const closest = ranking.filter((match) => match.reasons.length && match.points > 0).slice(0, 1);
  const roads = recommended.length ? recommended : closest;
  const pathways = roads.map((match) => match.pathway);
  return {
    mine,
    ranking,
    roads,
    recommended: recommended.length > 0,
    obstacles: obstacles(knowledge, pathways, hurting),
    alike: alike(knowledge, axes, cities, mine, start),
    ...funding(knowledge, pathways, mine),
    indicators: indicators(knowledge, pathways),
  };
}

function obstacles({ obstacles: all, limits }, pathways, hurting) {
  return all
    .map((obstacle) => {
      const named = hurting.includes(obstacle.id);
      const typical = pathways.filter((pathway) => pathway.obstacles.includes(obstacle.id));
      // Of the best road counts most, of the next one less.
      const weight = typical.reduce((sum, pathway) => sum + limits.roads - pathways.indexOf(pathway), 0);
      const points = (named ? limits.namedByYou : 0) + weight;
      return { obstacle, named, typical, points, remedies: obstacle.remedies.slice(0, limits.remedies) };
    })
    .filter(({ points }) => points)
    .sort(
      by(
        ({ points }) => -points,
        ({ obstacle }) => -obstacle.met,
        ({ obstacle }) => obstacle.id,
      ),
    )
    .slice(0, limits.obstacles);
}

function alike({ casestudies, limits }, axes, cities, mine, start) {
  const names = axes.map((axis) => axis.id);
  return cities
    .filter((city) => city.id !== start && casestudies[city.id])
    .map((city) => {
      const rows = compare(names, mine, city.traits);
      return { city, rows, ...similarity(rows), casestudies: casestudies[city.id] };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort(
      by(
        ({ likeness }) => -likeness,
        (found) => -found.casestudies.length,
        ({ city }) => city.id,
      ),
    )
    .slice(0, limits.alike);
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

/** For each theme of the roads the indicator that most case studies use; outputs prove nothing. */
function indicators({ indicators: all, limits }, pathways) {
  const found = [];
  for (const theme of unique(pathways.flatMap((pathway) => pathway.themes))) {
    const [best] = all
      .filter(({ themes, level, used }) => themes.includes(theme) && level !== "output" && used)
      .filter((indicator) => !found.includes(indicator))
      .sort(
        by(
          ({ used }) => -used,
          ({ id }) => id,
        ),
      );
    if (best) found.push(best);
  }
  return found.slice(0, limits.indicators);
}
