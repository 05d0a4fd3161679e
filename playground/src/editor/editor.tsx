// CodeMirror as a component. The editor owns its text; a new `value` from outside replaces it.
import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useComputedColorScheme } from "@mantine/core";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";

const colours = (dark: boolean) =>
  HighlightStyle.define([
    { tag: [tags.keyword, tags.typeName, tags.operatorKeyword, tags.definitionKeyword], color: dark ? "#a5b4fc" : "#3a45a8" },
    { tag: [tags.string, tags.special(tags.string)], color: dark ? "#86d9a8" : "#1a6b3c" },
    { tag: [tags.number, tags.bool, tags.null], color: dark ? "#f2b880" : "#96470a" },
    { tag: [tags.comment], color: dark ? "#a0a0a0" : "#63696f", fontStyle: "italic" },
    { tag: [tags.propertyName, tags.attributeName], color: dark ? "#8ecdf7" : "#0b5c8f" },
    { tag: [tags.function(tags.variableName), tags.standard(tags.name)], color: dark ? "#d6a9f0" : "#7a2ca0" },
  ]);

const look = (dark: boolean) =>
  EditorView.theme(
    {
      "&": { backgroundColor: dark ? "#1f1f1f" : "#ffffff", color: dark ? "#e4e4e4" : "#1f2328" },
      ".cm-gutters": {
        backgroundColor: dark ? "#1f1f1f" : "#ffffff",
        color: dark ? "#9a9a9a" : "#6a727a",
        border: "none",
        paddingRight: "4px",
      },
      ".cm-activeLine": { backgroundColor: dark ? "#ffffff0c" : "#4c5fd50c" },
      ".cm-cursor": { borderLeftColor: dark ? "#fff" : "#000" },
      "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
        backgroundColor: dark ? "#3d4fc066 !important" : "#b6bff2aa !important",
      },
      ".cm-tooltip": {
        backgroundColor: dark ? "#2b2b2b" : "#ffffff",
        border: `1px solid ${dark ? "#4a4a4a" : "#d5d8dc"}`,
        borderRadius: "6px",
        overflow: "hidden",
        color: dark ? "#e4e4e4" : "#1f2328",
      },
      ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "#4c5fd5", color: "#fff" },
      ".cm-panels": { backgroundColor: dark ? "#2b2b2b" : "#f4f5f7", color: "inherit" },
    },
    { dark },
  );

const named = (label: string) => EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" });

export interface EditorHandle {
  /** Puts the cursor on a line, from 1, and shows it. */
  reveal: (line: number) => void;
  focus: () => void;
}

interface EditorProps {
  value: string;
  onChange?: (text: string) => void;
  label: string;
  /** What the language brings. Keep it the same object while it is the same. */
  extensions: Extension;
  readOnly?: boolean;
  ref?: Ref<EditorHandle>;
}

export function Editor({ value, onChange, label, extensions, readOnly = false, ref }: EditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const dark = useComputedColorScheme("light") === "dark";
  const parts = useRef({ look: new Compartment(), language: new Compartment(), label: new Compartment() }).current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once, and told of changes below
  useEffect(() => {
    if (!parent.current) return;
    const made = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          readOnly ? [EditorState.readOnly.of(true), EditorView.lineWrapping] : [lineNumbers(), highlightActiveLine()],
          highlightSpecialChars(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion(),
          keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
          parts.look.of([look(dark), syntaxHighlighting(colours(dark))]),
          parts.language.of(extensions),
          parts.label.of(named(label)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const shown = view.current;
    if (shown && shown.state.doc.toString() !== value) {
      shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: value } });
    }
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.look.reconfigure([look(dark), syntaxHighlighting(colours(dark))]) });
  }, [dark, parts]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.language.reconfigure(extensions) });
  }, [extensions, parts]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.label.reconfigure(named(label)) });
  }, [label, parts]);

  useImperativeHandle(ref, () => ({
    reveal(line) {
      const shown = view.current;
      if (!shown) return;
      const at = shown.state.doc.line(Math.min(Math.max(line, 1), shown.state.doc.lines));
      shown.dispatch({ selection: { anchor: at.from, head: at.to }, effects: EditorView.scrollIntoView(at.from, { y: "start", yMargin: 40 }) });
      shown.focus();
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={parent} style={{ height: "100%", minHeight: 0, overflow: "hidden" }} />;
}
