// Interactive charts on demand: the drawing stays until the reader asks for more.
import { loadScript } from "./load.js";

// Stand-in colours of the figures (scifi/figures/palette.py) and the variables that replace them.
const VARIABLES = {
  "#101418": "--chart-ink",
  "#5b6470": "--chart-soft",
  "#c9ced6": "--chart-line",
  "#fdfdfe": "--chart-paper",
  "#0b6e8f": "--chart-1",
  "#b5502b": "--chart-2",
  "#4e7a3a": "--chart-3",
  "#8a3b62": "--chart-4",
};

function inPalette(figure) {
  // A canvas turns any CSS colour into one Plotly understands.
  const pen = document.createElement("canvas").getContext("2d");
  const probe = document.createElement("span");
  document.body.append(probe);
  let text = JSON.stringify(figure);
  for (const [standIn, variable] of Object.entries(VARIABLES)) {
    probe.style.color = `var(${variable})`;
    pen.fillStyle = getComputedStyle(probe).color;
    text = text.replaceAll(standIn, pen.fillStyle);
  }
  probe.remove();
  return JSON.parse(text);
}

async function draw(chart) {
  const width = matchMedia("(max-width: 40rem)").matches ? "narrow" : "wide";
  const { data, layout } = inPalette(globalThis.scifiCharts[chart.dataset.chart][width]);
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
    tool.setAttribute("aria-label", tool.dataset.title ?? "chart tool");
    tool.setAttribute("role", "button");
  }
}

async function explore(chart, button) {
  const live = chart.querySelector(".chart-live");
  const drawings = [...chart.querySelectorAll(".chart-drawing")];
  if (!live.hidden) {
    live.hidden = true;
    for (const one of drawings) one.hidden = false;
    button.textContent = "Explore this chart";
    return;
  }
  // A disabled button would lose the focus of a keyboard; a second press while loading is ignored.
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  button.textContent = "Loading …";
  try {
    await Promise.all([loadScript(button.dataset.plotly), loadScript(button.dataset.src)]);
    live.hidden = false;
    for (const one of drawings) one.hidden = true;
    await draw(chart);
    button.textContent = "Back to the drawing";
  } catch {
    live.hidden = true;
    for (const one of drawings) one.hidden = false;
    button.textContent = "The interactive chart could not be loaded; the drawing and table say the same";
  }
  button.removeAttribute("aria-busy");
}

export function startCharts() {
  const charts = [...document.querySelectorAll("figure.chart")];
  for (const chart of charts) {
    const button = chart.querySelector(".chart-explore");
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => explore(chart, button));
  }
  document.addEventListener("scifi:palette", () => {
    for (const chart of charts) {
      if (chart.querySelector(".chart-live")?.hidden === false) draw(chart);
    }
  });
}
