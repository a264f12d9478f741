// Where a finished file can go: addresses made from the forms that `scifi.contact` gives.

/** Bytes that an address may have; beyond, hosts answer with an error and the text is lost. */
export const MOST_BYTES = 8000;

/** An address with each text in its braces encoded; null without its form. */
function filled(form, texts) {
  if (!form) return null;
  return form.replace(/\{(\w+)\}/g, (_sign, name) => encodeURIComponent(texts[name]).replaceAll("%2F", "/"));
}

/**
 * The addresses for a file.
 *
 * @param {Record<string, string>} forms addresses by door, with texts in braces
 * @param {{ path: string, text: string, subject: string, body: string, known: boolean }} file
 * @returns {{ mail: string | null, open: string | null, carries: boolean, tooLong: boolean }}
 *   `open` adds the file to the repository, or opens the one that is `known` there already;
 *   `carries`: its text is in the address, and need not be pasted
 */
export function doors(forms, { path, text, subject, body, known }) {
  const mail = filled(forms.letter, { subject, body: body.replaceAll("\n", "\r\n") });
  const form = known ? forms.edit : forms.new_file;
  const open = filled(form, { path, text });
  const carries = Boolean(form?.includes("{text}"));
  const tooLong = carries && open.length >= MOST_BYTES;
  return { mail, open: tooLong ? null : open, carries, tooLong };
}
