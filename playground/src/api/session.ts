// Who is signed in. The credential is kept for the tab, or for the browser where its user says so.
import { useSyncExternalStore } from "react";

export interface Credential {
  token: string;
  /** Missing for the admin token, which opens every tenant. */
  tenant?: string;
}

export interface Session {
  credential?: Credential;
  /** The server refused the credential since. */
  refused: boolean;
}

const KEY = "workersql.credential";
const listeners = new Set<() => void>();
let session: Session = { credential: stored(), refused: false };

function stored(): Credential | undefined {
  const text = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  try {
    return text === null ? undefined : (JSON.parse(text) as Credential);
  } catch {
    return undefined;
  }
}

function become(next: Session) {
  session = next;
  for (const listener of listeners) listener();
}

// Signed out in another tab: here too, where the credential was kept for the browser.
addEventListener("storage", ({ key, oldValue, newValue }) => {
  if (key !== KEY || newValue !== null || oldValue !== JSON.stringify(session.credential)) return;
  sessionStorage.removeItem(KEY);
  become({ refused: false });
});

export function signIn(credential: Credential, remember: boolean) {
  sessionStorage.setItem(KEY, JSON.stringify(credential));
  if (remember) localStorage.setItem(KEY, JSON.stringify(credential));
  become({ credential, refused: false });
}

export function signOut() {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(KEY);
  become({ refused: false });
}

// Who signs out in another tab signs out here, where the credential was kept for both.
addEventListener("storage", (event) => {
  if (event.key !== KEY || event.newValue !== null || event.oldValue !== JSON.stringify(session.credential)) return;
  sessionStorage.removeItem(KEY);
  become({ refused: false });
});

/** What the server says of a credential that was good before: the key was revoked, or the token changed. */
export function refuse() {
  if (session.credential && !session.refused) become({ ...session, refused: true });
}

export const currentToken = () => session.credential?.token;

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** The tenant that a key names in itself. */
export const tenantOfKey = (token: string) => /^wsql_([a-z0-9-]+)_[0-9a-f]+$/.exec(token)?.[1];
