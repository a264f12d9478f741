// Interactive charts on demand: the drawing stays until the reader asks for more.
import plotly from "later:plotly-basic.js";
import { beside } from "./data.js";
import { _ } from "./language.js";
import { loadScript } from "./load.js";

/** A figure in the colours of the page: `variables` by the stand-in colours that the build wrote. */
function inPalette(figure, variables) {
  // A canvas turns any CSS colour into one Plotly understands.
  const pen = document.createElement("canvas").getContext("2d");
  const probe = document.createElement("span");
  document.body.append(probe);
  let text = JSON.stringify(figure);
  for (const [standIn, variable] of Object.entries(variables)) {
    probe.style.color = `var(${variable})`;
    pen.fillStyle = getComputedStyle(probe).color;
    text = text.replaceAll(standIn, pen.fillStyle);
  }
  probe.remove();
  return JSON.parse(text);
}

async function draw(chart) {
  const width = matchMedia("(max-width: 40rem)").matches ? "narrow" : "wide";
  const { variables, ...figures } = globalThis.scifiCharts[chart.dataset.chart];
  const { data, layout } = inPalette(figures[width], variables);
  const live = chart.querySelector(".chart-live");
  await globalThis.Plotly.react(
    live,
    data,
    { ...layout, width: undefined, autosize: true },
    {
      responsive: true,
      displaylogo: false,
      // On a phone the tools would cover the legend, and pinching does their work.
      displayModeBar: width === "wide" ? "hover" : false,
      modeBarButtonsToRemove: ["select2d", "lasso2d"],
    },
  );
  for (const tool of live.querySelectorAll(".modebar-btn")) {
    tool.setAttribute("aria-label", tool.dataset.title ?? _("chart tool"));
    tool.setAttribute("role", "button");
  }
}

const isLive = (chart) => !chart.querySelector(".chart-live").hidden;

/** Show the live chart, or the drawing. */
function showLive(chart, live) {
  chart.querySelector(".chart-live").hidden = !live;
  for (const drawing of chart.querySelectorAll(".chart-drawing")) drawing.hidden = live;
}

async function explore(chart, button) {
  if (isLive(chart)) {
    showLive(chart, false);
    button.textContent = _("Explore this chart");
    return;
  }
  // A disabled button would lose the focus of a keyboard; a second press while loading is ignored.
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  button.textContent = _("Loading …");
  try {
    await Promise.all([loadScript(beside(plotly)), loadScript(button.dataset.src)]);
    showLive(chart, true);
    await draw(chart);
    button.textContent = _("Back to the drawing");
  } catch {
    showLive(chart, false);
    button.textContent = _("The interactive chart could not be loaded; the drawing and table say the same");
  }
  button.removeAttribute("aria-busy");
}

export function startCharts() {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure.chart .chart-explore"));
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => explore(button.closest("figure.chart"), button));
  }
  document.addEventListener("scifi:palette", () => {
    for (const button of buttons) {
      const chart = button.closest("figure.chart");
      if (isLive(chart)) draw(chart);
    }
  });
}
