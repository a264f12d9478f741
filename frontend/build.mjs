// Bundle style sheet, scripts and fonts: node build.mjs OUT_FOLDER FONTS_FOLDER
// Each file has a hash of its content in its name; `names.json` says how each is called.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { fine, rough } from "./europe.mjs";

const [out, fonts] = process.argv.slice(2);
const require = createRequire(import.meta.url);

// `fonts:faces.css` is the style sheet in the folder of the fonts, which names them.
const madeFonts = {
  name: "made-fonts",
  setup(builder) {
    builder.onResolve({ filter: /^fonts:/ }, ({ path: name }) => ({
      path: path.join(fonts, name.slice("fonts:".length)),
    }));
  },
};

// `virtual:europe` is the outline of the map, drawn here once.
const outlines = {
  name: "outlines",
  setup(builder) {
    builder.onResolve({ filter: /^virtual:europe$/ }, ({ path: name }) => ({ path: name, namespace: "outlines" }));
    builder.onLoad({ filter: /.*/, namespace: "outlines" }, () => ({
      contents: JSON.stringify(rough()),
      loader: "json",
    }));
  },
};

/** What waits until a script asks for it: the finer outline, as a script of data, and the library for charts. */
const waiting = {
  "europe.js": () => `(globalThis.scifi ??= {})["europe"] = ${JSON.stringify(fine())};\n`,
  "plotly-basic.js": () => readFile(require.resolve("plotly.js-basic-dist-min")),
};

// `later:…` is a file of its own, and to the script that imports it the address of that file.
const later = {
  name: "later",
  setup(builder) {
    builder.onResolve({ filter: /^later:/ }, ({ path: name }) => ({
      path: name.slice("later:".length),
      namespace: "later",
    }));
    builder.onLoad({ filter: /.*/, namespace: "later" }, async ({ path: name }) => ({
      contents: await waiting[name](),
      loader: "file",
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  metafile: true,
  outdir: path.join(out, "bundle"),
  entryNames: "[dir]/[name]-[hash]",
  logLevel: "warning",
  target: ["chrome111", "firefox113", "safari16.4"],
  plugins: [madeFonts, outlines, later],
};

/** Each tool of its own: a script and a style sheet that only its page loads. */
async function tools(folder, suffix) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  return Object.fromEntries(names.map((name) => [`tools/${name.slice(0, -suffix.length)}`, path.join(folder, name)]));
}

const scripts = await build({
  ...common,
  entryPoints: { site: "scripts/site.js", palette: "scripts/palette.js", ...(await tools("scripts/tools", ".js")) },
  assetNames: "later/[name]-[hash]",
  format: "iife", // a page opened from a USB stick may not load modules
});
// A service worker keeps its address for ever; the build writes into it what it keeps.
await build({
  ...common,
  entryPoints: { worker: "scripts/worker/worker.js", offline: "scripts/worker/offline.js" },
  outdir: out,
  entryNames: "[name]",
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
});
const styles = await build({
  ...common,
  entryPoints: { site: "styles/site.css", embed: "styles/embed.css", ...(await tools("styles/tools", ".css")) },
  loader: { ".woff2": "file", ".svg": "dataurl" },
  assetNames: "fonts/[name]-[hash]",
});

const names = {};
for (const { metafile } of [scripts, styles]) {
  for (const file of Object.keys(metafile.outputs)) {
    const name = path.relative(path.join(out, "bundle"), file).replace(/-[A-Z0-9]{8}(?=\.\w+$)/, "");
    names[name] = path.relative(out, file);
  }
}
await writeFile(path.join(out, "names.json"), JSON.stringify(names, null, 1));
