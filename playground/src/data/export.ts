// The rows of a view as a file: all of them, page by page.
import { send } from "../api/client";
import { restName, type Table } from "../api/model";
import { save } from "./editors";
import { addressOf } from "./rows";
import { paramsOf, type View } from "../api/view";

export type Format = "csv" | "ndjson";

const TYPES: Record<Format, string> = { csv: "text/csv", ndjson: "application/x-ndjson" };

export async function exportRows(tenant: string, table: Table, view: View, format: Format): Promise<void> {
  const parts: BlobPart[] = [];
  const accept = { accept: TYPES[format] };
  // Under the declared names, as the grid and an import have them.
  const params: [string, string][] = [["select", table.columns.map(({ name }) => restName(name)).join(",")], ...paramsOf(view)];
  if (format === "ndjson") {
    const answer = await send(addressOf(tenant, table.name, params), { headers: accept });
    parts.push(await answer.blob());
  } else {
    let next: string | undefined = addressOf(tenant, table.name, [...params, ["limit", "5000"]]);
    while (next !== undefined) {
      const answer: Response = await send(next, { headers: accept });
      const text = await answer.text();
      // Every page begins with the names.
      parts.push(parts.length === 0 ? text : text.slice(text.indexOf("\n") + 1));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    }
  }
  save(new Blob(parts, { type: TYPES[format] }), `${table.name}.${format}`);
}
