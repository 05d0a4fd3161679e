/**
 * Keeps a change to what a component of others draws, whenever it draws anew: a ref of the element around it.
 */
export function mending(change: (container: HTMLElement) => void) {
  return (container: HTMLElement | null) => {
    if (!container) return;
    const observer = new MutationObserver(() => change(container));
    observer.observe(container, { subtree: true, childList: true, attributes: true, attributeFilter: ["role", "aria-selected"] });
    change(container);
    return () => observer.disconnect();
  };
}
