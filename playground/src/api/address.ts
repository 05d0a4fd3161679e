// The page's address. What a query holds is decoded once: the router's own hook decodes it before `URLSearchParams` does, which
// makes other text of a value that holds `%41`.
import { useCallback, useMemo } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";

export function useAddress(): [URLSearchParams, (next: URLSearchParams) => void] {
  const search = useSearch();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const go = useCallback((next: URLSearchParams) => navigate(`${location.pathname}?${next}`), []);
  return [params, go];
}
