// Filters that are built by clicking.
import { Button, Group, MultiSelect, Pill, Popover, Select, Stack, TextInput } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { type Column, kindOf, membersOf, type Table } from "../api/model";
import { type Filter, labelOf, needsValue, operatorsOf } from "../api/view";

export function Filters({ table, filters, onChange }: { table: Table; filters: Filter[]; onChange: (filters: Filter[]) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <Group gap={6}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus withArrow shadow="md">
        <Popover.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFilterPlus size={14} aria-hidden />}
            onClick={() => setOpened((was) => !was)}
          >
            Filter
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="New filter">
          <NewFilter
            table={table}
            add={(filter) => {
              onChange([...filters, filter]);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {filters.map((filter, index) => {
        const text = `${filter.column} ${labelOf(filter.operator)}${needsValue(filter.operator) ? ` ${filter.value}` : ""}`;
        return (
          <Pill
            key={`${text}-${
              // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may stand twice
              index
            }`}
            size="md"
            withRemoveButton
            maw={300}
            removeButtonProps={{ "aria-label": `Remove the filter ${text}`, "aria-hidden": false, tabIndex: 0 }}
            onRemove={() => onChange(filters.filter((_, other) => other !== index))}
          >
            {text}
          </Pill>
        );
      })}
    </Group>
  );
}

/** Whether an empty text is a value of the column. */
const isText = (column: Column) => ["text", "long"].includes(kindOf(column.type));

function NewFilter({ table, add }: { table: Table; add: (filter: Filter) => void }) {
  const [name, setName] = useState(table.columns[0]?.name ?? "");
  const [asked, setAsked] = useState("");
  const [value, setValue] = useState("");
  const [error, setError] = useState<string>();
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return null;
  const operators = operatorsOf(column);
  // What was asked of another column may not hold for this one.
  const operator = (operators.find((candidate) => candidate.value === asked) ?? operators[0])?.value ?? "null";
  const take = (next: string) => {
    setValue(next);
    setError(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needsValue(operator) && value.trim() === "" && !(isText(column) && ["eq", "neq"].includes(operator))) {
      setError("Say with what to compare");
      return;
    }
    add({ column: name, operator, value: needsValue(operator) ? value : "" });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Select
          label="Column"
          size="xs"
          data={table.columns.map((candidate) => candidate.name)}
          value={name}
          onChange={(next) => {
            if (next === null || next === name) return;
            setName(next);
            setAsked("");
            take("");
          }}
          allowDeselect={false}
          searchable
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label="Condition"
          size="xs"
          data={operators}
          value={operator}
          onChange={(next) => next && setAsked(next)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        {needsValue(operator) && <Value column={column} operator={operator} value={value} set={take} error={error} />}
        <Button size="xs" type="submit">
          Add the filter
        </Button>
      </Stack>
    </form>
  );
}

interface ValueProps {
  column: Column;
  operator: string;
  value: string;
  set: (value: string) => void;
  error?: string;
}

function Value({ column, operator, value, set, error }: ValueProps) {
  const kind = kindOf(column.type);
  const choices = kind === "boolean" ? ["true", "false"] : membersOf(column.type);
  const common = { size: "xs", error } as const;
  if (choices.length > 0 && (kind === "set" || operator === "in")) {
    return (
      <MultiSelect
        {...common}
        label="Values"
        data={choices}
        value={value === "" ? [] : value.split(",")}
        onChange={(names) => set(names.join(","))}
        comboboxProps={{ withinPortal: false }}
      />
    );
  }
  if (choices.length > 0) {
    return (
      <Select
        {...common}
        label="Value"
        data={choices}
        value={value || null}
        onChange={(name) => set(name ?? "")}
        comboboxProps={{ withinPortal: false }}
      />
    );
  }
  return (
    <TextInput
      {...common}
      label={operator === "in" ? "Values, with commas between" : "Value"}
      type={kind === "date" && operator !== "in" ? "date" : "text"}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
