// Which road fits a city, and which cities are alike. The points stand in the data.

/** The classes that cities share on an axis. */
const shared = (classes, others = []) => classes.filter((id) => others.includes(id));

const sum = (fits) => fits.reduce((points, fit) => points + fit.points, 0);

/** The classes (by axis), obstacles, services and country that answers stand for. */
export function answered(questions, answers) {
  const traits = {};
  const obstacles = new Set();
  const themes = new Set();
  let country = null;
  for (const question of questions) {
    for (const answer of question.answers) {
      if (!(answers[question.id] ?? []).includes(answer.id)) continue;
      for (const { axis, class: id } of answer.traits) traits[axis] = [...(traits[axis] ?? []), id];
      for (const obstacle of answer.obstacles) obstacles.add(obstacle);
      for (const theme of answer.themes) themes.add(theme);
      country = answer.country ?? country;
    }
  }
  return { traits, obstacles: [...obstacles], themes: [...themes], country };
}

/**
 * Every pathway with its points, most first; of equal ones that with the strongest single reason,
 * then the first listed.
 *
 * Each class that speaks for it adds its points, each that speaks against it takes them away. From
 * `points.fitsFrom` on it fits. What hurts gives no points; it is only named.
 */
export function rank(pathways, mine, obstacles, points) {
  return pathways
    .map((pathway) => scored(pathway, mine, obstacles, points))
    .sort((a, b) => b.points - a.points || b.strongest - a.strongest || a.pathway.order - b.pathway.order);
}

function scored(pathway, mine, obstacles, { fitsFrom }) {
  const agrees = (fit) => shared(fit.classes, mine[fit.axis]).length > 0;
  const reasons = pathway.fits.filter(agrees);
  const against = pathway.against.filter(agrees);
  const points = sum(reasons) - sum(against);
  return {
    pathway,
    reasons,
    against,
    obstacles: shared(pathway.obstacles, obstacles),
    points,
    strongest: Math.max(0, ...reasons.map((fit) => fit.points)),
    fits: points >= fitsFrom,
  };
}

/** Two cities, axis by axis: "same", "differs" or "unknown". */
export function compare(axes, mine, theirs) {
  return axes.map((axis) => {
    const [ours, other] = [mine[axis] ?? [], theirs[axis] ?? []];
    const known = ours.length > 0 && other.length > 0;
    const verdict = known ? (shared(ours, other).length ? "same" : "differs") : "unknown";
    return { axis, mine: ours, theirs: other, verdict };
  });
}

/** How many axes are the same, how many are known of both, and the order of similar cities. */
export function similarity(rows) {
  const same = rows.filter((row) => row.verdict === "same").length;
  const known = rows.filter((row) => row.verdict !== "unknown").length;
  return { same, known, likeness: same - (known - same) };
}
