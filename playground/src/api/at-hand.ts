// The request that was last looked at or sent, on whichever page: Code and Explain are about it.
import { useSyncExternalStore } from "react";
import { paramsOf, type View } from "./view";

export type AtHand =
  | { protocol: "rest"; view: View; limit: number }
  | { protocol: "graphql"; query: string; variables?: string; operationName?: string };

const listeners = new Set<() => void>();
const key = (tenant: string) => `workersql.request.${tenant}`;
const known = new Map<string, AtHand | undefined>();

function read(tenant: string): AtHand | undefined {
  if (!known.has(tenant)) {
    const text = sessionStorage.getItem(key(tenant));
    known.set(tenant, text === null ? undefined : (JSON.parse(text) as AtHand));
  }
  return known.get(tenant);
}

export function takeInHand(tenant: string, request: AtHand) {
  known.set(tenant, request);
  sessionStorage.setItem(key(tenant), JSON.stringify(request));
  for (const listener of listeners) listener();
}

export function useAtHand(tenant: string): AtHand | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(tenant),
  );
}

/** The path and query of a REST request, readable: only what has to be is encoded. */
export function restPath(request: Extract<AtHand, { protocol: "rest" }>): string {
  const encoded = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|28|29|2A)/g, decodeURIComponent);
  const params = [...paramsOf(request.view), ["limit", String(request.limit)]];
  const query = params.map(([name = "", value = ""]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return `/rest/${encodeURIComponent(request.view.table)}${query ? `?${query}` : ""}`;
}
