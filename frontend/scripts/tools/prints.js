// The list of printed files: narrowed by kind and by words.
import { startNarrowing } from "../narrow.js";

const place = document.querySelector("[data-tool=prints]");
if (place) startNarrowing(place);
