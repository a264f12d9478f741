// Routes: those written down by hand for seven kinds of cities, and the rules behind them.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { rank } from "../scripts/pure/matching.js";
import { route } from "../scripts/pure/route.js";
import { examples, siteData } from "./examples.js";

const known = await siteData("profile");
const knowledge = await siteData("route");

/** The answers of an example; those of a city are the ones its sources support. */
const answersOf = ({ answers, start }) => answers ?? known.cities.find((city) => city.id === start).answers;

const routeOf = (answers, start) => route(knowledge, known, answers, start);
const roadsOf = (found) => found.roads.map((match) => match.pathway.id);
const obstaclesOf = (found) => found.obstacles.map(({ obstacle }) => obstacle.id);
const fundingOf = (found) => found.funding.map(({ line }) => line.id);
const closedOf = (found) => found.closed.map((line) => line.id);

function assertIncludes(found, wanted) {
  assert.deepEqual(
    wanted.filter((id) => !found.includes(id)),
    [],
  );
}

for (const [name, example] of Object.entries(examples("routes"))) {
  suite(`${name}: ${example.why}`, () => {
    const found = routeOf(answersOf(example), example.start);

    test("roads with their points, and what must be among obstacles, money and indicators", () => {
      assert.deepEqual(Object.fromEntries(found.roads.map((m) => [m.pathway.id, m.points])), example.roads);
      assertIncludes(obstaclesOf(found), example.obstacles);
      assertIncludes([...fundingOf(found), ...closedOf(found)], example.funding);
      assertIncludes(
        found.indicators.map((indicator) => indicator.id),
        example.indicators,
      );
    });

    test("a road that also fits stays in the ranking, one that must never fit stays below the mark", () => {
      const fitting = found.ranking.filter((match) => match.fits).map((match) => match.pathway.id);

      assertIncludes(fitting, example.also);
      assert.ok(!example.never.some((id) => fitting.includes(id)));
    });

    test("the city one starts from is not its own twin, and no city is alike that differs more", () => {
      assert.ok(found.alike.every(({ city, likeness }) => city.id !== example.start && likeness > 0));
      if (example.most_alike) assert.equal(found.alike[0].city.id, example.most_alike);
    });

    test("roads and traits together speak about at least five of the seven steps", () => {
      const tasks = Object.entries(found.mine).flatMap(([axis, ids]) => ids.flatMap((id) => knowledge.tasks[axis][id]));
      const care = found.roads.flatMap((match) => match.pathway.care);

      assert.ok(new Set([...tasks, ...care].map(({ step }) => step)).size >= 5);
    });
  });
}

test("nothing is recommended to somebody who said nothing", () => {
  const { roads, obstacles, alike, funding, closed, indicators } = routeOf({});

  assert.deepEqual([roads, obstacles, alike, funding, closed, indicators].flat(), []);
});

test("below the mark one road is shown, and it is not called a recommendation", () => {
  const found = routeOf({ shape: ["dispersed"] });

  assert.deepEqual(roadsOf(found), ["growing-suburb"]);
  assert.equal(found.recommended, false);
});

test("an obstacle one names comes before those that are typical", () => {
  const found = routeOf({ economy: ["university"], pain: ["data"] });

  assert.deepEqual(
    new Set(obstaclesOf(found).slice(0, 3)),
    new Set(["poor-data", "data-ownership-unclear", "legacy-systems"]),
  );
});

test("a closed fund is no money to ask for, and one that is hard to get stands behind its like", () => {
  const found = routeOf(examples("routes")["new-suburb.json"].answers);
  const unclear = found.funding.filter(({ line }) => line.status === "unclear");

  assert.ok(closedOf(found).includes("life-cet") && !fundingOf(found).includes("life-cet"));
  assert.equal(unclear.at(-1).line.id, "eib");
  assert.equal(found.funding[0].line.status, "rolling");
});

test("the pages of our cities name the pathways that the finder recommends for them", async () => {
  const fitting = await siteData("fitting");

  for (const { id, traits } of known.cities) {
    const found = rank(knowledge.pathways, traits, [], knowledge.points).filter((match) => match.fits);
    assert.deepEqual(
      found.map((match) => match.pathway.id),
      fitting[id],
      id,
    );
  }
});
