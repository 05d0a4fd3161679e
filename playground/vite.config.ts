import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const parser = process.env.PLAYGROUND_PARSER ?? fileURLToPath(new URL("../target/playground/bound", import.meta.url));
// What answers everything but the pages while they are worked on: a running `cargo xtask dev`.
const server = process.env.PLAYGROUND_SERVER ?? "http://127.0.0.1:8787";

export default defineConfig({
  base: "/playground/",
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^declaration-reader$/, replacement: `${parser}/parser.js` },
      { find: /^declaration-reader-wasm/, replacement: `${parser}/parser_bg.wasm` },
    ],
  },
  build: {
    target: "es2022",
    // Those that know `light-dark()`.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    // A file of its own for each: none is written into a page or a style, which the policy would refuse.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8000,
  },
  worker: { format: "es" },
  server: {
    fs: { allow: [".", parser] },
    proxy: {
      "^/(admin|schema|healthz)": server,
      "^/t/[^/]+/(?!playground)": server,
    },
  },
});
