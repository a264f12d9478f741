// A spreadsheet made at build, whose cells for input get a reader's numbers; its formulas stay live.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bytesOf } from "./dom.js";

export const MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Write a number or a text into a cell that the sheet has; null empties it. */
function write(cell, value) {
  cell.replaceChildren();
  cell.removeAttribute("t");
  if (value === null || value === undefined || value === "") return;
  const make = (name) => cell.ownerDocument.createElementNS(MAIN, name);
  if (typeof value === "number") {
    const held = make("v");
    held.textContent = String(value);
    cell.append(held);
    return;
  }
  const text = make("t");
  text.textContent = value;
  const held = make("is");
  held.append(text);
  cell.setAttribute("t", "inlineStr");
  cell.append(held);
}

/** Row 2 of a sheet, copied down as one would by hand: there are `rows` of them then. */
function copiedDown(xml, rows) {
  const [first] = /<row r="2".*?<\/row>/s.exec(xml);
  const at = (row) => first.replaceAll(/(r="|[A-Z])2(?!\d)/g, `$1${row}`);
  return xml.replace(first, () => Array.from({ length: rows }, (_, place) => at(place + 2)).join(""));
}

/**
 * The file with the values in its cells.
 *
 * @param {{ file: string, cells: Record<string, [string, string]>, copied: Record<string, number> }} book
 *   the workbook in letters (base64); by name, the part of the file and the cell in it; of which
 *   parts row 2 is copied down
 * @param {Record<string, number | string | null>} values by name
 * @returns {Uint8Array}
 */
export function filledIn({ file, cells, copied }, values) {
  const parts = unzipSync(bytesOf(file));
  const sheets = new Map();
  for (const [name, value] of Object.entries(values)) {
    if (!cells[name]) continue;
    const [part, at] = cells[name];
    if (!sheets.has(part)) {
      const xml = new DOMParser().parseFromString(strFromU8(parts[part]), "application/xml");
      const found = new Map([...xml.getElementsByTagNameNS(MAIN, "c")].map((cell) => [cell.getAttribute("r"), cell]));
      sheets.set(part, { xml, found });
    }
    write(sheets.get(part).found.get(at), value);
  }
  for (const [part, { xml }] of sheets) parts[part] = strToU8(new XMLSerializer().serializeToString(xml));
  for (const [part, rows] of Object.entries(copied)) parts[part] = strToU8(copiedDown(strFromU8(parts[part]), rows));
  return zipSync(/** @type {import("fflate").Zippable} */ (parts));
}
