// Queries that were saved under a name, in this browser, and links that hold one.
export interface Saved {
  name: string;
  query: string;
  variables?: string;
}

const key = (tenant: string) => `workersql.saved.${tenant}`;

export function savedOf(tenant: string): Saved[] {
  try {
    return JSON.parse(localStorage.getItem(key(tenant)) ?? "[]") as Saved[];
  } catch {
    return [];
  }
}

export function keep(tenant: string, saved: Saved): Saved[] {
  const list = [...savedOf(tenant).filter((other) => other.name !== saved.name), saved];
  localStorage.setItem(key(tenant), JSON.stringify(list));
  return list;
}

export function forget(tenant: string, name: string): Saved[] {
  const list = savedOf(tenant).filter((other) => other.name !== name);
  localStorage.setItem(key(tenant), JSON.stringify(list));
  return list;
}

/** The address of the page with a query in it. The key is not in it. */
export function linkOf(tenant: string, query: string, variables?: string): string {
  const params = new URLSearchParams({ query });
  if (variables) params.set("variables", variables);
  return `${location.origin}/t/${tenant}/playground/graphql?${params}`;
}
