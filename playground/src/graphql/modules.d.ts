declare module "monaco-graphql/esm/graphql.worker.js?worker" {
  const GraphqlWorker: { new (): Worker };
  export default GraphqlWorker;
}

declare var MonacoEnvironment: { getWorker: (id: string, label: string) => Worker };

declare module "monaco-editor/esm/vs/editor/browser/config/tabFocus.js" {
  export const TabFocus: { setTabFocusMode(leaves: boolean): void };
}
