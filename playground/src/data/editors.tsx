// Editors of cells whose types the grid brings none for.
import { Button, Checkbox, FileButton, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import type { CustomCellEditorProps } from "ag-grid-react";
import { useEffect, useRef } from "react";
import { type Column, membersOf } from "../api/model";
import { bytesOf, editable } from "./values";

type Props = CustomCellEditorProps & { column_: Column };

/** What the grid and its editors call a value that is none. */
export const NULL = "∅ null";

/** Leaves the cell without a value: an emptied text is an empty text. */
function NullButton({ onValueChange, stopEditing, column_ }: Props) {
  if (!column_.nullable) return null;
  const take = () => {
    onValueChange(null);
    // The grid has to know the value first.
    setTimeout(() => stopEditing(false));
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      style={{ flexShrink: 0 }}
      aria-label={`Set ${column_.name} to null`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={take}
    >
      {NULL}
    </Button>
  );
}

/** Short texts of a column that may be null. */
export function NullableEditor(props: Props) {
  const { value, onValueChange, eventKey, column_ } = props;
  const input = useRef<HTMLInputElement>(null);
  // A key that began the editing is its first letter.
  const typed = eventKey?.length === 1 ? eventKey : undefined;
  const begun = typed ?? (eventKey === "Backspace" ? "" : editable(column_, value));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the editor opens
  useEffect(() => {
    input.current?.focus();
    if (typed === undefined) input.current?.select();
    else onValueChange(typed);
  }, []);
  return (
    <div className="cell-editor">
      <input
        ref={input}
        className="cell-input"
        aria-label={column_.name}
        defaultValue={begun}
        onChange={(event) => onValueChange(event.target.value)}
      />
      <NullButton {...props} />
    </div>
  );
}

/** Dates with times, by the browser's own picker. */
export function DatetimeEditor({ value, onValueChange, column_ }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const text = value === null || value === undefined ? "" : String(value).replace(" ", "T").replace("Z", "");
  return (
    <input
      ref={input}
      type="datetime-local"
      step="0.001"
      className="cell-input"
      aria-label={column_.name}
      defaultValue={text}
      onChange={(event) => {
        const zone = String(value ?? "").endsWith("Z") || JSON.stringify(column_.type).includes("timestamp") ? "Z" : "";
        onValueChange(event.target.value === "" ? null : event.target.value + zone);
      }}
    />
  );
}

/** JSON, long texts: a box of its own. Ctrl+Enter takes it. */
export function LongEditor(props: Props) {
  const { value, onValueChange, stopEditing, column_ } = props;
  return (
    <Paper withBorder p="xs" shadow="md" w={420}>
      <Textarea
        aria-label={column_.name}
        autosize
        minRows={5}
        maxRows={16}
        autoFocus
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
        defaultValue={editable(column_, value)}
        onChange={(event) => onValueChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") stopEditing(true);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) stopEditing(false);
        }}
      />
      <Group justify="space-between" mt={6}>
        <Text size="xs" c="dimmed">
          Ctrl Enter saves, Escape leaves
        </Text>
        <Group gap={6}>
          <NullButton {...props} />
          <Button size="compact-xs" onClick={() => stopEditing(false)}>
            Save
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

export function SetEditor(props: Props) {
  const { value, onValueChange, stopEditing, column_ } = props;
  return (
    <Paper withBorder p="xs" shadow="md" miw={180}>
      <Checkbox.Group defaultValue={Array.isArray(value) ? value : []} onChange={(members) => onValueChange(members.join(","))} aria-label={column_.name}>
        <Stack gap={6}>
          {membersOf(column_.type).map((member) => (
            <Checkbox key={member} value={member} label={member} size="xs" />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group gap={6} mt="xs">
        <Button size="compact-xs" onClick={() => stopEditing(false)}>
          Save
        </Button>
        <NullButton {...props} />
      </Group>
    </Paper>
  );
}

export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Bytes: saved as a file, replaced by one. */
export function BlobEditor(props: Props) {
  const { value, onValueChange, stopEditing, column_ } = props;
  const download = () => {
    const bytes = Uint8Array.from(atob(String(value)), (letter) => letter.charCodeAt(0));
    save(new Blob([bytes]), `${column_.name}.bin`);
  };
  return (
    <Paper withBorder p="sm" shadow="md">
      <Stack gap="xs">
        <Text size="sm">{value ? `${bytesOf(String(value))} bytes` : "No bytes"}</Text>
        <Group gap="xs">
          {value ? (
            <Button size="compact-sm" variant="default" onClick={download}>
              Download
            </Button>
          ) : null}
          <FileButton
            onChange={async (file) => {
              if (!file) return;
              onValueChange(await base64Of(file));
              setTimeout(() => stopEditing(false));
            }}
          >
            {(props) => (
              <Button {...props} size="compact-sm" autoFocus>
                Replace by a file
              </Button>
            )}
          </FileButton>
          <NullButton {...props} />
        </Group>
      </Stack>
    </Paper>
  );
}
