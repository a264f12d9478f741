// From a USB stick a folder's address opens a list of files; name the page in it instead.
export function withIndex(address) {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(address);
  return path.endsWith("/") ? `${path}index.html${rest}` : address;
}

export function startLinks() {
  if (location.protocol !== "file:") return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:") link.href = withIndex(link.href);
  });
}
