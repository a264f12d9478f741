// Routes: those written down by hand for towns of many kinds, and the rules behind them.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { rank } from "../scripts/pure/matching.js";
import { equals, route } from "../scripts/pure/route.js";
import { examples, siteData } from "./examples.js";

const known = await siteData("profile");
const knowledge = await siteData("route");

/** The answers of an example; those of a city are the ones its sources support. */
const answersOf = ({ answers, start }) => answers ?? known.cities.find((city) => city.id === start).answers;

const routeOf = (answers, start) => route(knowledge, known, answers, start);
const roadsOf = (found) => found.roads.map((match) => match.pathway.id);
const obstaclesOf = (found) => found.obstacles.map(({ obstacle }) => obstacle.id);
const idsOf = (list) => list.map(({ id }) => id);
const fundingOf = (found) => found.funding.map(({ line }) => line.id);
const closedOf = (found) => found.closed.map((line) => line.id);

function assertIncludes(found, wanted) {
  assert.deepEqual(
    wanted.filter((id) => !found.includes(id)),
    [],
  );
}

function testRoads(example, found) {
  test("roads with their points, in this order, and all others that fit", () => {
    assert.deepEqual(
      found.roads.map((match) => [match.pathway.id, match.points]),
      Object.entries(example.roads),
    );
    assert.deepEqual(
      found.fitting.map((match) => match.pathway.id),
      [...Object.keys(example.roads), ...example.also],
    );
    assert.deepEqual(
      found.ranking.filter((match) => match.points >= knowledge.points.fitsFrom),
      found.fitting,
    );
  });

  test("a road that must never fit stays below the mark", () => {
    const fitting = found.fitting.map((match) => match.pathway.id);

    assert.ok(!example.never.some((id) => fitting.includes(id)));
  });

  test("what hurts makes no road and moves none", () => {
    const { pain, ...others } = answersOf(example);

    assert.deepEqual(roadsOf(routeOf(others, example.start)), roadsOf(found));
  });

  test("roads and traits together speak about at least five of the seven steps", () => {
    const tasks = Object.entries(found.mine).flatMap(([axis, ids]) => ids.flatMap((id) => knowledge.tasks[axis][id]));
    const care = found.roads.flatMap((match) => match.pathway.care);

    assert.ok(new Set([...tasks, ...care].map(({ step }) => step)).size >= 5);
  });
}

function testContents(example, found) {
  test("what must be among obstacles, solutions, money and indicators", () => {
    assertIncludes(obstaclesOf(found), example.obstacles);
    assertIncludes(idsOf(found.solutions.look), example.solutions);
    assertIncludes([...fundingOf(found), ...closedOf(found)], example.funding);
    assertIncludes(idsOf(found.indicators), example.indicators);
  });

  test("obstacles that the reader named stand first, all of them", () => {
    const named = found.obstacles.map((listed) => listed.named);

    assert.equal(named.filter(Boolean).length, example.named);
    assert.ok(named.slice(0, example.named).every(Boolean));
  });

  test("alike is a city that shares three traits and more than separate it, most shared first", () => {
    const shared = found.alike.map(({ same }) => same);

    assert.ok(found.alike.every(({ city, same, known: all }) => city.id !== example.start && 2 * same > all));
    assert.ok(shared.every((same) => same >= 3));
    assert.deepEqual(
      shared,
      shared.toSorted((a, b) => b - a),
    );
    assert.equal(found.alike[0]?.city.id ?? null, example.most_alike);
  });

  test("solutions and case studies are about the services one chose; one's own country stands first", () => {
    const home = found.reading.map((each) => each.home);

    if (found.themes.length) {
      const shown = [...found.solutions.look, ...found.solutions.warned, ...found.reading, ...found.indicators];
      assert.ok(shown.every(({ themes }) => themes.some((theme) => found.themes.includes(theme))));
    }
    assert.ok(found.reading.length > 0 && found.solutions.look.length > 0);
    assert.ok(home.lastIndexOf(true) < (home.includes(false) ? home.indexOf(false) : home.length));
  });
}

for (const [name, example] of Object.entries(examples("routes"))) {
  suite(`${name}: ${example.why}`, () => {
    const found = routeOf(answersOf(example), example.start);

    testRoads(example, found);
    testContents(example, found);
  });
}

test("nothing is recommended to somebody who said nothing", () => {
  const { roads, obstacles, alike, solutions, reading, funding, closed, indicators } = routeOf({});

  assert.deepEqual(
    [roads, obstacles, alike, solutions.look, solutions.warned, reading, funding, closed, indicators].flat(),
    [],
  );
});

test("below the mark one road is shown, and it is not called a recommendation", () => {
  const found = routeOf({ economy: ["campus"] });

  assert.deepEqual(roadsOf(found), ["university-city"]);
  assert.equal(found.recommended, false);
  assert.deepEqual(found.fitting, []);
});

test("a single hint is no road at all", () => {
  assert.deepEqual(roadsOf(routeOf({ shape: ["dispersed"] })), []);
});

test("whoever only says what hurts gets obstacles and no road", () => {
  const found = routeOf({ pain: ["data"] });

  assert.deepEqual(roadsOf(found), []);
  assert.deepEqual(new Set(obstaclesOf(found)), new Set(["poor-data", "data-ownership-unclear", "legacy-systems"]));
});

test("whoever only says the service gets solutions, case studies and indicators", () => {
  const found = routeOf({ service: ["waste"], country: ["be"] });

  assert.deepEqual(roadsOf(found), []);
  assertIncludes(idsOf(found.solutions.look), ["pay-as-you-throw", "bin-sensors-and-dynamic-rounds"]);
  assert.ok(found.reading[0].countries.includes("BE"));
  assert.ok(found.indicators.every(({ themes }) => themes.includes("waste")));
});

test("whoever only says the country gets its case studies", () => {
  const found = routeOf({ country: ["pt"], service: ["not-decided"] });

  assert.deepEqual(roadsOf(found), []);
  assert.ok(found.reading.length > 0 && found.reading.every(({ countries }) => countries.includes("PT")));
  assert.deepEqual([found.solutions.look, found.indicators].flat(), []);
});

test("an obstacle one names comes before all that are typical, even of the best road", () => {
  const found = routeOf({ economy: ["university"], pain: ["data", "people", "nobody-decides"] });
  const named = ["poor-data", "data-ownership-unclear", "legacy-systems", "low-participation", "privacy-concerns"];

  assert.deepEqual(
    new Set(obstaclesOf(found)),
    new Set([...named, "silos", "unclear-responsibilities", "no-problem-owner"]),
  );
});

test("pathways with equal points are told", () => {
  const found = routeOf({ heritage: ["protected-core"], economy: ["university"] });
  const [first, second] = found.roads;

  assert.equal(first.points, second.points);
  assert.deepEqual(equals(found, first), [second.pathway]);
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
