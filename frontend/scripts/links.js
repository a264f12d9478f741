// From a USB stick a folder's address opens a list of files; name the page in it instead.
export function withIndex(address) {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(address);
  return path.endsWith("/") ? `${path}index.html${rest}` : address;
}

/** The address of a page of ours as this reader can open it, from a host or from a USB stick. */
export const pageAddress = (address) => (location.protocol === "file:" ? withIndex(address) : address);

export function startLinks() {
  if (location.protocol !== "file:") return;
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && /** @type {HTMLAnchorElement} */ (target.closest("a[href]"));
    if (link && link.protocol === "file:") link.href = withIndex(link.href);
  });
}
