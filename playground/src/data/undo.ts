// What the page did, to be undone step by step.
import { notifications } from "@mantine/notifications";
import { useCallback, useRef, useState } from "react";
import { messageOf } from "../api/client";

interface Step {
  label: string;
  undo: () => Promise<unknown>;
}

/** Steps are undone one after the other, the last first, however fast one asks. */
export function useUndo(refresh: () => void) {
  const steps = useRef<Step[]>([]);
  const running = useRef<Promise<void>>(Promise.resolve());
  const [last, setLast] = useState<string>();
  const show = useCallback(() => setLast(steps.current.at(-1)?.label), []);

  const did = useCallback(
    (label: string, undo: Step["undo"]) => {
      steps.current.push({ label, undo });
      show();
    },
    [show],
  );
  const undo = useCallback(() => {
    const step = steps.current.pop();
    if (step === undefined) return;
    show();
    running.current = running.current.then(async () => {
      try {
        await step.undo();
        notifications.show({ message: `Undone: ${step.label}` });
        refresh();
      } catch (error) {
        steps.current.push(step);
        show();
        notifications.show({ color: "red", title: `Not undone: ${step.label}`, message: messageOf(error), autoClose: 8000 });
      }
    });
  }, [refresh, show]);
  return { last, did, undo };
}
