// How much the places of a case study are like the reader's city.
import { data } from "../data.js";
import { profile } from "../profile.js";
import { answered, compare, similarity } from "../pure/matching.js";

/**
 * What the sort by similarity needs.
 *
 * `like` is the city it was made for; `cities` can be taken instead of one's own; `own` says whether the reader described a city;
 * `of(one)` gives, for a case, its most similar place with the axes that are the same, known and
 * compared. It is null while no city is chosen.
 */
export async function similar(like) {
  const { axes, questions, cities } = await data("profile");
  const own = answered(questions, profile()).traits;
  const taken = cities.find(({ id }) => id === like);
  const mine = taken?.traits ?? own;
  const byId = new Map(cities.map((city) => [city.id, city]));
  const ids = axes.map(({ id }) => id);
  const kept = new Map();

  function of(one) {
    if (!kept.has(one.id)) {
      const places = one.cities.map((id) => {
        const rows = compare(ids, mine, byId.get(id)?.traits ?? {});
        return { city: byId.get(id), rows, ...similarity(rows) };
      });
      places.sort((a, b) => (b.known > 0) - (a.known > 0) || b.likeness - a.likeness || b.known - a.known);
      kept.set(one.id, places[0]);
    }
    return kept.get(one.id);
  }
  return {
    like,
    axes,
    cities,
    taken,
    own: Object.keys(own).length > 0,
    of: Object.keys(mine).length ? of : null,
  };
}
