import { startCharts } from "./charts.js";
import { startCitation } from "./citation.js";
import { startFolds } from "./folds.js";
import { startLinks } from "./links.js";
import { startMenu } from "./menu.js";
import { startPaletteButton } from "./palette-button.js";
import { startPaper } from "./paper.js";
import { startSearch } from "./search.js";
import { startTransfer } from "./transfer.js";

startPaletteButton();
startMenu();
startFolds();
startSearch();
startCharts();
startLinks();
startTransfer();
startPaper();
startCitation();
