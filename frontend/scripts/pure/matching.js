// Which road fits a city, and which cities are alike: the same sums as src/scifi/matching.py.
export const FITS_FROM = 3;
export const HURTS = 1;

const agree = (fit, mine) => fit.classes.some((one) => (mine[fit.axis] ?? []).includes(one));
const sum = (fits) => fits.reduce((points, fit) => points + fit.points, 0);

/** The classes (by axis) and obstacles that answers stand for. */
export function answered(questions, answers) {
  const traits = {};
  const obstacles = new Set();
  for (const question of questions) {
    for (const answer of question.answers) {
      if (!(answers[question.id] ?? []).includes(answer.id)) continue;
      for (const { axis, class: name } of answer.traits) (traits[axis] ??= []).push(name);
      for (const one of answer.obstacles) obstacles.add(one);
    }
  }
  return { traits, obstacles: [...obstacles] };
}

/** Every pathway with its points, most first; of equal ones the first listed. */
export function rank(pathways, mine, obstacles = []) {
  return pathways
    .map((pathway) => {
      const reasons = pathway.fits.filter((fit) => agree(fit, mine));
      const against = pathway.against.filter((fit) => agree(fit, mine));
      const hurting = pathway.obstacles.filter((one) => obstacles.includes(one));
      const points = sum(reasons) - sum(against) + HURTS * hurting.length;
      return {
        pathway,
        reasons,
        against,
        obstacles: hurting,
        points,
        fits: reasons.length > 0 && points >= FITS_FROM,
      };
    })
    .sort((a, b) => b.points - a.points || a.pathway.order - b.pathway.order);
}

/** Two cities, axis by axis: "same", "differs" or "unknown". */
export function compare(axes, mine, theirs) {
  return axes.map((axis) => {
    const ours = mine[axis] ?? [];
    const other = theirs[axis] ?? [];
    const verdict =
      ours.length && other.length ? (ours.some((one) => other.includes(one)) ? "same" : "differs") : "unknown";
    return { axis, mine: ours, theirs: other, verdict };
  });
}

/** How many axes are the same, how many are known of both, and the order of similar cities. */
export function similarity(rows) {
  const same = rows.filter((row) => row.verdict === "same").length;
  const known = rows.filter((row) => row.verdict !== "unknown").length;
  return { same, known, likeness: same - (known - same) };
}
