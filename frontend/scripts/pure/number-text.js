// What a reader typed into a field for a number: the number, or what is wrong with it.
import { typed } from "./own-number.js";

/** 12.000 is twelve here and twelve thousand there. */
const THOUSANDS = /^[-+−]?[1-9]\d{0,2}([.,]\d{3})+$/;

/**
 * @param {string} text
 * @param {{ least: number, most: number, whole?: boolean, optional?: boolean }} limits
 * @returns {{ value: number | null, wrong?: "missing" | "thousands" | "number" | "whole" | "range" }}
 */
export function numberOf(text, { least, most, whole = false, optional = false }) {
  const plain = text.trim();
  if (!plain) return optional ? { value: null } : { value: null, wrong: "missing" };
  if (THOUSANDS.test(plain)) return { value: null, wrong: "thousands" };
  const value = typed(plain);
  if (value === null) return { value, wrong: "number" };
  if (whole && !Number.isInteger(value)) return { value: null, wrong: "whole" };
  if (value < least || value > most) return { value: null, wrong: "range" };
  return { value };
}
