// A page that is a long list: fields to narrow it.
import { startNarrowing } from "../narrow.js";

const place = document.querySelector("[data-tool=narrow]");
if (place) startNarrowing(place);
