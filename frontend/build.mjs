// Bundle style sheet, scripts and fonts: node build.mjs OUT_FOLDER MATERIAL_CSS
import { copyFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

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

const common = {
  bundle: true,
  minify: true,
  outdir: out,
  logLevel: "warning",
  target: ["chrome111", "firefox113", "safari16.4"],
  plugins: [themePackage],
};

await build({
  ...common,
  entryPoints: { site: "scripts/site.js", palette: "scripts/palette.js" },
  format: "iife", // a page opened from a USB stick may not load modules
  external: [],
});
await build({
  ...common,
  entryPoints: { site: "styles/site.css" },
  loader: { ".woff2": "file", ".svg": "dataurl" },
  assetNames: "fonts/[name]",
});
await copyFile(
  require.resolve("plotly.js-basic-dist-min"),
  path.join(out, "plotly-basic.min.js"),
);
