// Which files of the site are not kept yet.

/** The files, `[address, bytes, mark]`, that are not kept with the same mark. */
export function changedFiles(now, kept) {
  const marks = new Map(kept.map(([address, , mark]) => [address, mark]));
  return now.filter(([address, , mark]) => marks.get(address) !== mark);
}

/** Bytes of files, in all. */
export const bytesOf = (files) => files.reduce((sum, [, bytes]) => sum + bytes, 0);

/** Bytes as people say them: in whole megabytes, at least one. */
export const megabytes = (bytes) => Math.max(1, Math.round(bytes / 1e6));
