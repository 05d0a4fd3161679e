// Monaco's workers, bundled: a copy of what GraphiQL brings for Vite would say each start in the console.
import { TabFocus } from "monaco-editor/esm/vs/editor/browser/config/tabFocus.js";
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphqlWorker from "monaco-graphql/esm/graphql.worker.js?worker";

// Tab leaves an editor, as everywhere on the pages.
TabFocus.setTabFocusMode(true);

// What Monaco still waits for when its editors are closed it rejects, unheard: nothing went wrong.
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Error && event.reason.name === "Canceled") event.preventDefault();
});

globalThis.MonacoEnvironment = {
  getWorker(_id: string, label: string) {
    if (label === "json") return new JsonWorker();
    return label === "graphql" ? new GraphqlWorker() : new EditorWorker();
  },
};
