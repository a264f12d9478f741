/** An element with attributes (`on…` are listeners, null is left out) and children. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Offer a text as a file to save; nothing leaves the browser. */
export function save(name, type, text) {
  offer(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** A file that stands in data as letters (base64). */
export const bytesOf = (letters) => Uint8Array.from(atob(letters), (sign) => sign.charCodeAt(0));

/** Offer bytes as a file to save. */
export function saveBytes(name, type, bytes) {
  offer(name, new Blob([bytes], { type }));
}

function offer(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Rows as CSV; text that a spreadsheet would run as a formula is led in by an apostrophe. */
export function csv(rows) {
  const cell = (value) => {
    let text = value === null || value === undefined ? "" : String(value);
    if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  // The mark at the start tells spreadsheets that the text is UTF-8.
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** The number of a receipt, whose link may be in another language than what it shows. */
export const receiptNumber = (link) => (link.querySelector("[lang]") ?? link).lastChild;
