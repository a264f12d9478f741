// A city's route: the same rules as src/scifi/routing.py, tested with the same examples.
import { answered, compare, rank, similarity } from "./matching.js";

const byNumber =
  (...keys) =>
  (a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

const unique = (list) => [...new Set(list)];

/** Limits of a funding line that hold for a city with these classes. */
export const limitsOf = (funding, mine) =>
  funding.limits.filter((limit) => limit.classes.some((one) => (mine[limit.axis] ?? []).includes(one)));

/** All a set of answers leads to; `start` is the city they were taken from. */
export function route(knowledge, { axes, questions, cities }, answers, start = "") {
  const { limits } = knowledge;
  const { traits: mine, obstacles: hurting } = answered(questions, answers);
  const ranking = rank(knowledge.pathways, mine, hurting);
  const recommended = ranking.filter((match) => match.fits).slice(0, limits.roads);
  const closest = ranking.filter((match) => match.reasons.length && match.points > 0).slice(0, 1);
  const roads = recommended.length ? recommended : closest;
  const pathways = roads.map((match) => match.pathway);
  return {
    mine,
    hurting,
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
      const weight = typical.reduce((sum, one) => sum + limits.roads - pathways.indexOf(one), 0);
      return { obstacle, named, typical, points: limits.namedByYou * named + weight };
    })
    .filter((one) => one.points)
    .sort(
      byNumber(
        (o) => -o.points,
        (o) => -o.obstacle.met,
        (o) => o.obstacle.id,
      ),
    )
    .slice(0, limits.obstacles)
    .map((one) => ({ ...one, remedies: one.obstacle.remedies.slice(0, limits.remedies) }));
}

function alike({ casestudies, limits }, axes, cities, mine, start) {
  const names = axes.map((axis) => axis.id);
  return cities
    .filter((city) => city.id !== start && casestudies[city.id])
    .map((city) => {
      const rows = compare(names, mine, city.traits);
      return { city, rows, ...similarity(rows), casestudies: casestudies[city.id] };
    })
    .filter((one) => one.likeness > 0)
    .sort(
      byNumber(
        (o) => -o.likeness,
        (o) => -o.casestudies.length,
        (o) => o.city.id,
      ),
    )
    .slice(0, limits.alike);
}

function funding({ funding: all }, pathways, mine) {
  const found = unique(pathways.flatMap((pathway) => pathway.funding))
    .map((id) => all.find((one) => one.id === id))
    .map((line) => ({ line, limits: limitsOf(line, mine) }))
    .sort(
      byNumber(
        (o) => o.line.current !== true,
        (o) => o.limits.length > 0,
      ),
    );
  return {
    funding: found.filter(({ line }) => line.current !== false),
    closed: found.filter(({ line }) => line.current === false).map(({ line }) => line),
  };
}

function indicators({ indicators: all, limits }, pathways) {
  const found = [];
  for (const theme of unique(pathways.flatMap((pathway) => pathway.themes))) {
    const [best] = all
      .filter((one) => one.themes.includes(theme) && one.level !== "output" && one.used)
      .filter((one) => !found.includes(one))
      .sort(
        byNumber(
          (one) => -one.used,
          (one) => one.id,
        ),
      );
    if (best) found.push(best);
  }
  return found.slice(0, limits.indicators);
}
