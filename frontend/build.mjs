// Bundle style sheet, scripts and fonts: node build.mjs OUT_FOLDER MATERIAL_CSS
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { fine, rough } from "./europe.mjs";

const [out, materialCss] = process.argv.slice(2);
const icons = path.join(path.dirname(materialCss), "../../.icons");
const require = createRequire(import.meta.url);

// `icons:material/compass.svg` is an icon of the theme's package, `material:main.css` its style sheet.
const themePackage = {
  name: "theme-package",
  setup(builder) {
    builder.onResolve({ filter: /^icons:/ }, ({ path: name }) => ({
      path: path.join(icons, name.slice("icons:".length)),
    }));
    builder.onResolve({ filter: /^material:main\.css$/ }, () => ({ path: materialCss }));
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

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  outdir: out,
  logLevel: "warning",
  target: ["chrome111", "firefox113", "safari16.4"],
  plugins: [themePackage, outlines],
};

/** Each tool of its own: a script and a style sheet that only its page loads. */
async function tools(folder, suffix) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  return Object.fromEntries(names.map((name) => [`tools/${name.slice(0, -suffix.length)}`, path.join(folder, name)]));
}

await build({
  ...common,
  entryPoints: { site: "scripts/site.js", palette: "scripts/palette.js", ...(await tools("scripts/tools", ".js")) },
  format: "iife", // a page opened from a USB stick may not load modules
});
await build({
  ...common,
  entryPoints: { worker: "scripts/worker/worker.js", offline: "scripts/worker/offline.js" },
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
});
await build({
  ...common,
  entryPoints: { site: "styles/site.css", ...(await tools("styles/tools", ".css")) },
  loader: { ".woff2": "file", ".svg": "dataurl" },
  assetNames: "fonts/[name]",
});
await copyFile(require.resolve("plotly.js-basic-dist-min"), path.join(out, "plotly-basic.min.js"));

// The outline for a map that was zoomed into, as a script of data that waits until then.
await mkdir(path.join(out, "data"), { recursive: true });
const drawn = `(globalThis.scifi ??= {})["europe"] = ${JSON.stringify(fine())};\n`;
await writeFile(path.join(out, "data/europe.js"), drawn);
