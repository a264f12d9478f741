import { startCharts } from "./charts.js";
import { startLinks } from "./links.js";
import { startMenu } from "./menu.js";
import { startPaletteButton } from "./palette-button.js";
import { startSearch } from "./search.js";

startPaletteButton();
startMenu();
startSearch();
startCharts();
startLinks();
