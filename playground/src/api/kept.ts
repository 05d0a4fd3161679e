/** Keeps a text in the browser's storage, and tells whether it took it: a text of megabytes is too much for it. */
export function kept(storage: Storage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    storage.removeItem(key);
    return false;
  }
}
