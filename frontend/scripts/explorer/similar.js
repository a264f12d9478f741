// How much the places of a case study are like the reader's city.
import { data } from "../data.js";
import { profile } from "../profile.js";
import { answered, compare, similarity } from "../pure/matching.js";

/** The place of a case that is most like the reader's city, with what was compared. */
function mostSimilar(study, axes, mine, cities) {
  const places = study.cities.map((id) => {
    const rows = compare(axes, mine, cities.get(id)?.traits ?? {});
    return { city: cities.get(id), rows, ...similarity(rows) };
  });
  places.sort((a, b) => Number(b.known > 0) - Number(a.known > 0) || b.likeness - a.likeness || b.known - a.known);
  return places[0] ?? { city: null, rows: [], ...similarity([]) };
}

/**
 * What the sort by similarity needs.
 *
 * `like` is the city it was made for; `cities` can be taken instead of one's own; `own` says
 * whether the reader described a city; `of(case)` gives its most similar place with the axes that
 * are the same, known and compared. It is null while no city is chosen.
 */
export async function similar(like) {
  const { axes, questions, cities } = await data("profile");
  const own = answered(questions, profile()).traits;
  const taken = cities.find(({ id }) => id === like);
  const mine = taken?.traits ?? own;
  const ids = axes.map(({ id }) => id);
  const byId = new Map(cities.map((city) => [city.id, city]));
  const kept = new Map();
  function of(study) {
    if (!kept.has(study.id)) kept.set(study.id, mostSimilar(study, ids, mine, byId));
    return kept.get(study.id);
  }
  return { like, axes, cities, taken, own: Object.keys(own).length > 0, of: Object.keys(mine).length ? of : null };
}
