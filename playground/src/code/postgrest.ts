// A view as postgrest-js asks for it.
import type { AtHand, Sent } from "../api/at-hand";
import { kindOf, restName } from "../api/model";
import { type Condition, conditionOf, type Filter, grouped, isPlain, listed } from "../api/view";
import type { Place } from "./snippets";

const json = (value: unknown) => JSON.stringify(value);

export function postgrest(request: Exclude<AtHand, Sent>, place: Place): string {
  if (request.protocol === "graphql") {
    return "// postgrest-js speaks REST, and the request at hand is GraphQL.\n// Open a table on the page Data: its view is what this shows then.\n";
  }
  const { view, limit } = request;
  const calls = view.filters.map((filter) => call(filter, conditionOf(filter), place));
  for (const { column, descending } of view.sort) calls.push(`.order(${json(restName(column))}, { ascending: ${!descending} })`);
  calls.push(`.limit(${limit})`);
  return `import { PostgrestClient } from "@supabase/postgrest-js";

const db = new PostgrestClient(${json(`${place.url}/rest`)}, {
  headers: { Authorization: \`Bearer \${key}\` },
});
const { data, error } = await db
  .from(${json(encodeURIComponent(view.table))})
  .select("*")
  ${calls.join("\n  ")};
`;
}

function call(filter: Filter, condition: Condition, { table }: Place): string {
  const { column, operator, operand } = condition;
  // A name that is a word of the API's own, or no plain one: in a group it is only a name.
  if (!isPlain(column)) return `.or(${json(grouped(condition))})`;
  const name = json(column);
  switch (filter.operator) {
    case "null":
      return `.is(${name}, null)`;
    case "notnull":
      return `.not(${name}, "is", null)`;
    case "in": {
      const areWords = listed(filter.value).every((part) => /^[\w .-]*$/.test(part));
      return areWords ? `.in(${name}, ${json(listed(filter.value))})` : `.or(${json(grouped(condition))})`;
    }
    case "includes":
      return `.contains(${name}, ${json(listed(filter.value))})`;
    case "like":
    case "starts":
      return `.filter(${name}, ${json(operator)}, ${json(operand)})`;
    default: {
      const declared = table?.columns.find((one) => one.name === column);
      const isNumber = declared && ["integer", "number"].includes(kindOf(declared.type)) && String(Number(operand)) === operand;
      return `.${operator}(${name}, ${isNumber ? operand : json(operand)})`;
    }
  }
}
