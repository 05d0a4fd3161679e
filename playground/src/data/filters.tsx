// Filters that are built by clicking.
import { Button, Group, Pill, Popover, Select, Stack, TextInput } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { kindOf, membersOf, type Table } from "../api/model";
import { type Filter, OPERATORS } from "./rows";

const NEEDS_NO_VALUE = new Set(["null", "notnull"]);
const OF_TEXT = new Set(["like", "starts"]);

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
        const label = OPERATORS.find((operator) => operator.value === filter.operator)?.label ?? filter.operator;
        const text = `${filter.column} ${label}${NEEDS_NO_VALUE.has(filter.operator) ? "" : ` ${filter.value}`}`;
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

function NewFilter({ table, add }: { table: Table; add: (filter: Filter) => void }) {
  const [column, setColumn] = useState(table.columns[0]?.name ?? "");
  const [operator, setOperator] = useState("eq");
  const [value, setValue] = useState("");
  const declared = table.columns.find((candidate) => candidate.name === column);
  const kind = declared ? kindOf(declared.type) : "text";
  const isText = kind === "text" || kind === "long";
  const operators = OPERATORS.filter(({ value: name }) => isText || !OF_TEXT.has(name));
  const choices = kind === "boolean" ? ["true", "false"] : declared ? membersOf(declared.type) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add({ column, operator, value });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Select
          label="Column"
          size="xs"
          data={table.columns.map((candidate) => candidate.name)}
          value={column}
          onChange={(name) => name && setColumn(name)}
          allowDeselect={false}
          searchable
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label="Condition"
          size="xs"
          data={operators}
          value={operator}
          onChange={(name) => name && setOperator(name)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        {!NEEDS_NO_VALUE.has(operator) &&
          (choices.length > 0 && operator !== "in" ? (
            <Select
              label="Value"
              size="xs"
              data={choices}
              value={value || null}
              onChange={(name) => setValue(name ?? "")}
              comboboxProps={{ withinPortal: false }}
            />
          ) : (
            <TextInput
              label={operator === "in" ? "Values, with commas between" : "Value"}
              size="xs"
              type={kind === "date" && operator !== "in" ? "date" : "text"}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          ))}
        <Button size="xs" type="submit">
          Add the filter
        </Button>
      </Stack>
    </form>
  );
}

