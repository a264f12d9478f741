// The answers of "how many, how long" as sentences: what one sees with what one has, then what one needs.
import { _, number } from "./language.js";
import { short } from "./number-fields.js";
import * as size from "./pure/how-many.js";

const per = (value) => _("{n} %", { n: short(value) });

function twin(given) {
  const { units, weeks, change, area_spread } = given;
  const needed = number(size.weeksWithTwin(given));
  const said = [
    _("With {units} units and {units} twins over {weeks} + {weeks} weeks you can see a change of {seen} or more.", {
      units: number(units),
      weeks: number(weeks),
      seen: per(size.changeWithTwin(given)),
    }),
    _("A change of {change} needs {needed} + {needed} weeks.", { change: per(change), needed }),
  ];
  if (area_spread > 0) {
    const floor = per(size.changeWithTwin({ ...given, unit_spread: 0 }));
    said.push(
      _("More units alone never show less than {floor} in these weeks, as the whole area goes up and down.", { floor }),
    );
  }
  return said;
}

const twoGroups = (given) => [
  _("With {units} units in each group you can see a difference of {seen} or more.", {
    units: number(given.units),
    seen: per(size.twoGroupsChange(given)),
  }),
  _("A difference of {change} needs {needed} in each group.", {
    change: per(given.change),
    needed: number(size.twoGroupsUnits(given)),
  }),
];

const beforeAfter = (given) => [
  _("With {units} units, measured before and after, you can see a change of {seen} or more.", {
    units: number(given.units),
    seen: per(size.sameUnitsChange(given)),
  }),
  _("A change of {change} needs {needed} units.", {
    change: per(given.change),
    needed: number(size.sameUnits(given)),
  }),
];

const weigh = (given) => [
  _("If you weigh {units} of {total}, you know the mean give or take {seen}, {sure} times in 100.", {
    units: number(given.units),
    total: number(given.total),
    seen: per(size.marginOfWeighing(given)),
    sure: number(given.confidence),
  }),
  _("To know it give or take {margin}, weigh {needed}.", {
    margin: per(given.margin),
    needed: number(size.unitsToWeigh(given)),
  }),
];

const survey = (given) => [
  _("With {count} answers you know the share give or take {seen} points, 95 times in 100.", {
    count: number(given.count),
    seen: short(size.marginOfAnswers(given)),
  }),
  _("To know it give or take {margin} points, you need {needed} answers.", {
    margin: short(given.margin),
    needed: number(size.answers(given)),
  }),
];

const shown = (share) => _("{n} %", { n: number(Math.round(share * 10) / 10) });

function checks(given) {
  const needed = size.checksNeeded(given);
  const told = { share: shown(given.share), wrong: number(given.wrong) };
  return [
    _("{right} right of {checks} show that at least {share} of all are right, with a confidence of {sure} in 100.", {
      right: number(given.checks - given.wrong),
      checks: number(given.checks),
      share: shown(size.shareShown(given)),
      sure: number(given.confidence),
    }),
    needed === null
      ? _("To show {share} with {wrong} wrong, you need more than {most} checks.", {
          ...told,
          most: number(size.MOST_CHECKS),
        })
      : _("To show {share} with {wrong} wrong, you need {needed} checks.", { ...told, needed: number(needed) }),
  ];
}

/** The sentences of an answer, by the id of its question. */
export const SENTENCES = { twin, "two-groups": twoGroups, "before-after": beforeAfter, weigh, survey, checks };

/** What two numbers that are each right say against each other: the field, and the words. */
export const CONTRADICTIONS = {
  weigh: ({ units, total }) => (units > total ? ["units", _("You cannot weigh more than there are.")] : null),
  survey: ({ count, people }) =>
    people && count > people ? ["count", _("There cannot be more answers than people.")] : null,
  checks: ({ wrong, checks: all }) => (wrong >= all ? ["wrong", _("Some of the checks have to be right.")] : null),
};
