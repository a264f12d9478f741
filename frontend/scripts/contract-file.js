// The file of the contract, cut to what a pilot needs and filled in. It holds every clause in a part
// that is named after it and every blank in a field that is named after what to fill in.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

/** How each format says what the assembler needs to know. */
const FORMATS = {
  docx: {
    file: "word/document.xml",
    controls: (xml) => [...xml.getElementsByTagNameNS(W, "sdt")],
    name: (control) => control.getElementsByTagNameNS(W, "tag")[0]?.getAttributeNS(W, "val") ?? "",
    fill(control, value) {
      const [text] = control.getElementsByTagNameNS(W, "t");
      text.textContent = value;
      for (const style of [...control.getElementsByTagNameNS(W, "rStyle")]) style.remove();
    },
    comments: (xml) =>
      ["commentRangeStart", "commentRangeEnd", "commentReference"].flatMap((tag) => [
        ...xml.getElementsByTagNameNS(W, tag),
      ]),
  },
  odt: {
    file: "content.xml",
    controls: (xml) => [
      ...xml.getElementsByTagNameNS(TEXT, "section"),
      ...xml.getElementsByTagNameNS(LOEXT, "content-control"),
    ],
    name: (control) => control.getAttributeNS(TEXT, "name") ?? control.getAttributeNS(LOEXT, "tag") ?? "",
    fill(control, value) {
      control.replaceWith(control.ownerDocument.createTextNode(value));
    },
    comments: (xml) => [...xml.getElementsByTagNameNS(OFFICE, "annotation")],
  },
};

/** Take away parts that are not wanted, and groups that hold no clause any more. */
function cut(controls, name, wanted, letters) {
  const named = (start) => controls.filter((control) => name(control).startsWith(start));
  for (const clause of named("clause-")) {
    if (!wanted.has(name(clause).slice("clause-".length))) clause.remove();
  }
  for (const annex of named("annex-")) {
    if (!letters.includes(name(annex).slice("annex-".length))) annex.remove();
  }
  const left = named("clause-").filter((clause) => clause.parentNode);
  for (const group of named("group-")) {
    if (!left.some((clause) => group.contains(clause))) group.remove();
  }
}

/**
 * The contract as a file of an office program.
 *
 * @param {"docx" | "odt"} kind
 * @param {Uint8Array} whole the file with every clause
 * @param {{ ids: string[], letters: string[], values: Record<string, string>, comments: boolean }} wanted
 * @returns {Uint8Array}
 */
export function contractFile(kind, whole, { ids, letters, values, comments }) {
  const { file, controls, name, fill, comments: marks } = FORMATS[kind];
  const parts = unzipSync(whole);
  const xml = new DOMParser().parseFromString(strFromU8(parts[file]), "application/xml");
  cut(controls(xml), name, new Set(ids), letters);
  for (const control of controls(xml)) {
    const value = values[name(control)];
    if (value) fill(control, value);
  }
  if (!comments) for (const mark of marks(xml)) mark.remove();
  parts[file] = strToU8(new XMLSerializer().serializeToString(xml));
  return zipSync(packed(parts));
}

/**
 * The type of an ODT is read without unpacking, so it stands first and is not packed.
 *
 * @param {Record<string, Uint8Array>} files
 */
function packed(files) {
  const { mimetype, ...parts } = files;
  return /** @type {import("fflate").Zippable} */ (mimetype ? { mimetype: [mimetype, { level: 0 }], ...parts } : parts);
}
