// Until its callers ask address.js themselves.
export { readIds as idsInAddress, writeQuery as writeAddress } from "./address.js";
