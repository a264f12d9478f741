// Which clauses a pilot needs, and why: from the answers to the nine questions of the assembler.

/** What each answer makes needed; an answer that is not here needs nothing more. */
const NEEDS = {
  helps: { funder: "outside-money", aid: "aid" },
  data: { personal: "personal-data", cameras: "cameras" },
  ai: { yes: "ai" },
  place: { devices: "devices", app: "people-use-it" },
  rollout: { yes: "roll-out" },
  source: { yes: "open-source" },
  rights: { firm: "firm-owns", built: "development", city: "city-owns" },
  security: { critical: "critical" },
};

/** Who films or listens handles personal data too. */
const INCLUDED = { cameras: ["personal-data"] };

/**
 * What makes clauses needed. An answer is a word, or several with commas.
 *
 * @param {Record<string, string>} answers
 */
export function needs(answers) {
  const found = Object.entries(NEEDS).flatMap(([question, byAnswer]) =>
    (answers[question] ?? "").split(",").flatMap((answer) => byAnswer[answer] ?? []),
  );
  return [...new Set(found.flatMap((need) => [need, ...(INCLUDED[need] ?? [])]))];
}

/**
 * Whether the contract holds the clauses of larger ones: they come with the price, or with a roll-out.
 *
 * @param {Record<string, string>} answers
 */
export const isLarge = ({ price, rollout }) => price === "large" || rollout === "yes";

/**
 * Why the contract holds a clause: "every", "larger", or the need; empty if it does not.
 *
 * @param {{ level: string, needs: string[] }} clause
 * @param {Record<string, string>} answers
 */
export function reason(clause, answers) {
  if (clause.level === "should" && !isLarge(answers)) return "";
  if (!clause.needs.length) return { must: "every", should: "larger" }[clause.level] ?? "";
  const needed = needs(answers);
  return clause.needs.find((need) => needed.includes(need)) ?? "";
}

/** The clauses that the contract holds, in order, each with its reason. */
export function chosen(clauses, answers) {
  return clauses.map((clause) => ({ clause, why: reason(clause, answers) })).filter(({ why }) => why);
}

/** Letters of the annexes that clauses name. */
export function annexLetters(clauses) {
  const text = clauses.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === "string")).join(" ");
  return [...new Set([...text.matchAll(/\bAnnex ([A-Z])\b/g)].map(([, letter]) => letter))].sort();
}

/** What is to be filled in, in order and each once: by name our proposal, which may be empty. */
export function blanks(texts) {
  const found = new Map();
  for (const piece of texts.flat()) {
    if (typeof piece === "string") continue;
    const [name, proposal] = piece;
    found.set(name, found.get(name) || proposal);
  }
  return found;
}

/**
 * The blanks by the part of the contract that names them first; parts without any are left out.
 *
 * @param {Map<string, string>} asked by name our proposal
 * @param {{ title: string, texts: any[] }[]} parts
 * @returns {{ title: string, asked: Map<string, string> }[]}
 */
export function parted(asked, parts) {
  const left = new Map(asked);
  return parts
    .map(({ title, texts }) => {
      const own = [...blanks(texts).keys()].filter((name) => left.has(name));
      const found = new Map(own.map((name) => [name, left.get(name)]));
      for (const name of own) left.delete(name);
      return { title, asked: found };
    })
    .filter((part) => part.asked.size);
}

/** A text of words and blanks, filled in as far as one has. */
export function filled(pieces, values) {
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const [name, proposal] = piece;
      return values[name] || (proposal ? `[${name}: ${proposal}]` : `[${name}]`);
    })
    .join("");
}

/** Signs that Markdown would read as its own. */
const plain = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** The contract as Markdown: groups and clauses numbered as in an office program. */
export function markdown({ title, parties, notes, annexesLead, annexes, signatures }, groups, values) {
  const parts = groups.flatMap(({ title: heading, clauses }, at) => [
    `## ${at + 1} ${plain(heading)}`,
    ...clauses.flatMap((clause, place) => [
      `### ${at + 1}.${place + 1} ${plain(clause.title)}`,
      plain(filled(clause.pieces, values)),
    ]),
  ]);
  const letters = annexLetters(groups.flatMap(({ clauses }) => clauses));
  const listed = annexes.filter(({ letter }) => letters.includes(letter)).map((annex) => `- ${plain(annex.title)}`);
  const [head, ...rows] = signatures.map((row) => `| ${row.map(plain).join(" | ")} |`);
  const signing = [head, head.replace(/[^|]+/g, "---"), ...rows].join("\n");
  const top = [`# ${plain(title)}`, plain(filled(parties, values)), ...notes.map(plain)];
  return `${[...top, ...parts, plain(annexesLead), listed.join("\n"), signing].join("\n\n")}\n`;
}
