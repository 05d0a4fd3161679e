// What the editor knows of each language: completion, and errors where they are.
import type { CompletionContext, CompletionSource } from "@codemirror/autocomplete";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { MySQL, sql } from "@codemirror/lang-sql";
import { type Diagnostic, lintGutter, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Place } from "../api/client";
import type { Declaration } from "../api/model";
import { completedBy } from "./json-completion";
import type { Language, Reader } from "./reader";

const TYPES =
  "TINYINT SMALLINT MEDIUMINT INT BIGINT DECIMAL(10,2) FLOAT DOUBLE BOOLEAN BIT(1) CHAR(2) VARCHAR(100) TINYTEXT TEXT MEDIUMTEXT LONGTEXT BINARY(16) VARBINARY(255) BLOB LONGBLOB DATE TIME DATETIME TIMESTAMP YEAR ENUM('a','b') SET('a','b') JSON POINT GEOMETRY".split(
    " ",
  );

const PHRASES: [string, string][] = [
  ["CREATE TABLE", "CREATE TABLE name (\n  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,\n  \n);\n"],
  ["PRIMARY KEY", "PRIMARY KEY"],
  ["FOREIGN KEY", "FOREIGN KEY () REFERENCES  ()"],
  ["NOT NULL", "NOT NULL"],
  ["AUTO_INCREMENT", "AUTO_INCREMENT"],
  ["DEFAULT CURRENT_TIMESTAMP", "DEFAULT CURRENT_TIMESTAMP"],
  ["ON DELETE CASCADE", "ON DELETE CASCADE"],
  ["ON DELETE SET NULL", "ON DELETE SET NULL"],
  ["UNIQUE KEY", "UNIQUE KEY"],
  ["FULLTEXT KEY", "FULLTEXT KEY"],
  ["CHECK ()", "CHECK ()"],
];

/** Types, phrases of DDL, and the tables and columns that are declared as the text stands. */
function ddl(declared: () => Declaration | undefined): CompletionSource {
  return (context: CompletionContext) => {
    const word = context.matchBefore(/[\w`]+/);
    if (!word && !context.explicit) return null;
    const tables = declared()?.tables ?? [];
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const referred = /REFERENCES\s+`?(\w+)`?\s*\([^)]*$/i.exec(before);
    const target = referred && tables.find((table) => table.name === referred[1]);
    const options = target
      ? target.columns.map((column) => ({ label: column.name, type: "property", boost: 9 }))
      : [
          ...tables.map((table) => ({ label: table.name, type: "class", boost: /REFERENCES\s+\w*$/i.test(before) ? 9 : 1 })),
          ...TYPES.map((type) => ({ label: type, type: "type" })),
          ...PHRASES.map(([label, apply]) => ({ label, apply, type: "keyword", boost: 2 })),
        ];
    return { from: word?.from ?? context.pos, options, validFor: /^[\w`]*$/ };
  };
}

function diagnostics(view: EditorView, places: Place[], severity: "error" | "warning"): Diagnostic[] {
  return places.map((place) => {
    const line = view.state.doc.line(Math.min(Math.max(place.line ?? 1, 1), view.state.doc.lines));
    const from = Math.min(line.from + Math.max((place.column ?? 1) - 1, 0), line.to);
    const word = /^[\w`]+|^"[^"]*"/.exec(view.state.sliceDoc(from, line.to));
    return { from, to: Math.min(from + (word?.[0].length ?? 1), line.to), severity, message: place.message };
  });
}

export function languageOf(language: Language, reader: Reader, declared: () => Declaration | undefined): Extension {
  const checked = [
    lintGutter(),
    linter(
      (view) => {
        const read = reader.read(language, view.state.doc.toString());
        return [...diagnostics(view, read.problems, "error"), ...diagnostics(view, read.warnings, "warning")];
      },
      { delay: 250 },
    ),
  ];
  if (language === "sql") {
    return [sql({ dialect: MySQL, upperCaseKeywords: true }), MySQL.language.data.of({ autocomplete: ddl(declared) }), checked];
  }
  return [json(), jsonLanguage.data.of({ autocomplete: completedBy(reader.form()) }), checked];
}
