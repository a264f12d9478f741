// From a wrong address to the words that its reader may have meant.

/** The words of an address below the site's root: "/cookbook/aid-kit/no-bidz/" below "/cookbook/" says "no bidz". */
export function wordsOfAddress(path, root) {
  const below = path.startsWith(root) ? path.slice(root.length) : path;
  const folders = readable(below)
    .replace(/(?:index)?\.html?$/, "")
    .split("/")
    .filter(Boolean);
  // The last folder names the page, those before it the list that the page stands in.
  return (folders.at(-1) ?? "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** An address without its percent signs; as it is, where they mean nothing. */
function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
