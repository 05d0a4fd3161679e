// What the page did, to be undone step by step.
import { notifications } from "@mantine/notifications";
import { useCallback, useRef, useState } from "react";
import { messageOf } from "../api/client";

interface Step {
  label: string;
  undo: () => Promise<unknown>;
}

/** By tenant and table, as long as the page is not loaded anew: one leaves a table, and comes back. */
const done = new Map<string, Step[]>();

/** Nothing of one who signed out is there for the next. */
export const forgetSteps = () => done.clear();

function stepsOf(place: string): Step[] {
  const steps = done.get(place) ?? [];
  done.set(place, steps);
  return steps;
}

/** Steps are undone one after the other, the last first, however fast one asks. */
export function useUndo(place: string, refresh: () => void) {
  const running = useRef<Promise<void>>(Promise.resolve());
  const [last, setLast] = useState(() => stepsOf(place).at(-1)?.label);
  const show = useCallback(() => setLast(stepsOf(place).at(-1)?.label), [place]);

  const did = useCallback(
    (label: string, undo: Step["undo"]) => {
      stepsOf(place).push({ label, undo });
      show();
    },
    [place, show],
  );
  const undo = useCallback(() => {
    const step = stepsOf(place).pop();
    if (step === undefined) return;
    show();
    running.current = running.current.then(async () => {
      try {
        await step.undo();
        notifications.show({ message: `Undone: ${step.label}` });
        refresh();
      } catch (error) {
        stepsOf(place).push(step);
        show();
        notifications.show({ color: "red", title: `Not undone: ${step.label}`, message: messageOf(error), autoClose: 8000 });
      }
    });
  }, [place, refresh, show]);
  return { last, did, undo };
}
