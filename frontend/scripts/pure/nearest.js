// Offers the word that was probably meant; a twin of `nearest` in `scifi.content.problem`.
import { _, ngettext } from "../language.js";

/** How many letters two words share, in order: the longest common subsequence. */
function shared(one, other) {
  let before = new Array(other.length + 1).fill(0);
  for (const letter of one) {
    const now = [0];
    for (let at = 0; at < other.length; at += 1) {
      now.push(letter === other[at] ? before[at] + 1 : Math.max(before[at + 1], now[at]));
    }
    before = now;
  }
  return before.at(-1);
}

/** Likeness from 0 to 100, as rapidfuzz counts its ratio. */
const likeness = (one, other) => (200 * shared(one, other)) / (one.length + other.length || 1);

/** A sentence that offers the closest of `choices`, or lists them if none is close. */
export function nearest(word, choices) {
  let best = { name: "", score: 0 };
  for (const name of choices) {
    const score = likeness(String(word), name);
    if (score > best.score) best = { name, score };
  }
  if (best.score >= 60) return _('Did you mean "{name}"?', { name: best.name });
  if (!choices.length) return _("There is nothing to choose from yet.");
  const names = [...choices].sort().slice(0, 12).join(", ");
  const more = choices.length - 12;
  if (more <= 0) return _("Use one of: {names}.", { names });
  return ngettext("Use one of: {names} and {n} more.", "Use one of: {names} and {n} more.", more, { names });
}
