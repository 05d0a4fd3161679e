// A new row, field by field with the column's type.
import { Alert, Button, Drawer, FileInput, Group, JsonInput, MultiSelect, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messageOf } from "../api/client";
import { type Column, kindOf, membersOf, type Table, typeName } from "../api/model";
import { base64Of } from "./editors";
import type { Row } from "./rows";
import { typed } from "./values";

const isNeeded = (column: Column) => !column.nullable && column.default === undefined && !column.autoIncrement && !column.generated;

export function NewRow({ table, save, close }: { table: Table; save: (row: Row) => Promise<void>; close: () => void }) {
  const [given, setGiven] = useState<Record<string, string | null>>({});
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const columns = table.columns.filter((column) => !column.generated);
  const set = (column: Column) => (value: string | null) => setGiven((was) => ({ ...was, [column.name]: value }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const row: Row = {};
      for (const column of columns) {
        const text = given[column.name];
        // What was not touched is left to the column's default.
        if (text !== undefined && (text !== null || column.nullable) && (text !== "" || kindOf(column.type) === "text" || kindOf(column.type) === "long")) {
          row[column.name] = typed(column, text);
        }
      }
      await save(row);
      close();
    } catch (problem) {
      setError(messageOf(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Drawer opened onClose={close} position="right" title={`New row of ${table.name}`} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {columns.map((column) => (
            <Field key={column.name} column={column} value={given[column.name]} set={set(column)} />
          ))}
          {error && (
            <Alert color="red" variant="light" title="Not added" role="alert">
              {error}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Add the row
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function about(column: Column): string {
  if (column.autoIncrement) return "numbered by the server unless given";
  if (column.default !== undefined) return "has a default";
  return column.nullable ? "may stay empty" : "";
}

function Field({ column, value, set }: { column: Column; value: string | null | undefined; set: (value: string | null) => void }) {
  const label = column.name;
  const description = [typeName(column.type), about(column)].filter(Boolean).join(", ");
  const common = { label, description, withAsterisk: isNeeded(column) };
  const text = value ?? "";
  switch (kindOf(column.type)) {
    case "boolean":
      return <Select {...common} data={["true", "false"]} value={value ?? null} onChange={set} placeholder={column.nullable ? "empty" : "its default"} clearable />;
    case "enum":
      return <Select {...common} data={membersOf(column.type)} value={value ?? null} onChange={set} clearable={column.nullable} />;
    case "set":
      return <MultiSelect {...common} data={membersOf(column.type)} value={text ? text.split(",") : []} onChange={(members) => set(members.join(","))} />;
    case "integer":
    case "number":
      return <TextInput {...common} inputMode="decimal" value={text} onChange={(event) => set(event.currentTarget.value)} />;
    case "date":
      return <TextInput {...common} type="date" value={text} onChange={(event) => set(event.currentTarget.value)} />;
    case "datetime":
      return <TextInput {...common} type="datetime-local" step="1" value={text.replace("Z", "")} onChange={(event) => set(zoned(column, event.currentTarget.value))} />;
    case "json":
    case "geometry":
      return <JsonInput {...common} autosize minRows={3} formatOnBlur validationError="This is no JSON yet" value={text} onChange={set} />;
    case "long":
      return <Textarea {...common} autosize minRows={3} maxRows={10} value={text} onChange={(event) => set(event.currentTarget.value)} />;
    case "blob":
      return <FileInput {...common} placeholder="Choose a file" clearable onChange={async (file) => set(file ? await base64Of(file) : null)} />;
    default:
      return <TextInput {...common} value={text} onChange={(event) => set(event.currentTarget.value)} />;
  }
}

const zoned = (column: Column, text: string) => (text !== "" && JSON.stringify(column.type).includes("timestamp") ? `${text}Z` : text);
