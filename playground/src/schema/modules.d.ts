// The crate `playground/parser`, as wasm-bindgen binds it.
declare module "declaration-reader" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function readSql(script: string): string;
  export function readJson(text: string): string;
  export function preview(current: string, next: string): string;
  export function toSql(declaration: string): string;
  export function declarationSchema(): string;
}

declare module "declaration-reader-wasm?url" {
  const url: string;
  export default url;
}
