import { Button, FileButton, Group, Menu, SegmentedControl, Text, VisuallyHidden } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { IconChevronDown, IconFileUpload, IconUpload } from "@tabler/icons-react";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { kept } from "../api/kept";
import type { Declaration } from "../api/model";
import { type Declared, declarationKey, useDeclaration } from "../api/queries";
import { Editor, type EditorHandle } from "../editor/editor";
import { Failure, Loading } from "../shell/states";
import { languageOf } from "./languages";
import { Push } from "./push";
import { type Language, loadReader, type Reader } from "./reader";
import { Lost, lostIn } from "./speak";
import { STARTS } from "./starts";

const Diagram = lazy(() => import("./diagram"));

export default function SchemaPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  const reader = useQuery({ queryKey: ["reader"], queryFn: loadReader, staleTime: Number.POSITIVE_INFINITY });
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (reader.isError) return <Failure error={reader.error} again={() => reader.refetch()} />;
  if (!declared.data || !reader.data) return <Loading what="Reading the declaration" />;
  return <Workbench key={tenant} tenant={tenant} declared={declared.data} reader={reader.data} />;
}

interface Draft {
  language: Language;
  text: string;
}

const draftKey = (tenant: string) => `workersql.draft.${tenant}`;

/** Longer texts are not kept over a reload: each key would write all of it, and the browser takes some megabytes. */
const KEPT = 1_000_000;

/** What was typed and not pushed, or what is declared. */
function begun(tenant: string, declared: Declared, reader: Reader): Draft {
  const typed = sessionStorage.getItem(draftKey(tenant));
  if (typed !== null) return JSON.parse(typed) as Draft;
  return { language: "sql", text: reader.toSql(declared.text) };
}

function Workbench({ tenant, declared, reader }: { tenant: string; declared: Declared; reader: Reader }) {
  const [draft, setDraft] = useState(() => begun(tenant, declared, reader));
  const [pushing, setPushing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [lost, setLost] = useState<string[]>();
  const [isKept, setKept] = useState(true);
  const queries = useQueryClient();
  const editor = useRef<EditorHandle>(null);
  const { language, text } = draft;
  // Typing goes before reading: a large dump takes a while.
  const behind = useDeferredValue(draft);
  const read = useMemo(() => reader.read(behind.language, behind.text), [reader, behind]);
  // While the text cannot be read at all, the diagram stays as it was.
  const last = useRef<Declaration>({ tables: [] });
  if (read.declaration) last.current = read.declaration;
  const shown = last.current;
  const places = useRef(read.places);
  if (read.declaration) places.current = read.places;
  const extensions = useMemo(() => languageOf(language, reader, () => last.current), [language, reader]);

  const change = useCallback(
    (next: Draft) => {
      if (next.text.length > KEPT) sessionStorage.removeItem(draftKey(tenant));
      setKept(next.text.length <= KEPT && kept(sessionStorage, draftKey(tenant), JSON.stringify(next)));
      setDraft(next);
    },
    [tenant],
  );
  const takeFile = async (file: File | null | undefined) => {
    if (file) change({ language: file.name.endsWith(".json") ? "json" : "sql", text: await file.text() });
  };
  const translate = () => {
    setLost(undefined);
    const declaration = JSON.stringify(read.declaration, null, 2);
    change(language === "sql" ? { language: "json", text: declaration } : { language: "sql", text: reader.toSql(declaration) });
  };
  const speak = (next: Language) => {
    if (next === language) return;
    if (read.problems.length > 0 || !read.declaration || behind !== draft) {
      notifications.show({ color: "red", title: "Not while the text has problems", message: "What cannot be read would be lost. Mend it first: each is marked in the text." });
      return;
    }
    const left = lostIn(language, text, read);
    if (left.length > 0) setLost(left);
    else translate();
  };
  /** Against what is declared now, whoever pushed since. */
  const compare = async () => {
    setAsking(true);
    await queries.refetchQueries({ queryKey: declarationKey(tenant) });
    setAsking(false);
    setPushing(true);
  };
  const find = useCallback((table: string) => editor.current?.reveal(places.current[table] ?? 1), []);

  return (
    <>
      <Group px="sm" py={8} gap="xs" className="bar" role="toolbar" aria-label="Schema">
        <SegmentedControl
          size="xs"
          value={language}
          onChange={(next) => speak(next as Language)}
          data={[
            { label: "SQL", value: "sql" },
            { label: "JSON", value: "json" },
          ]}
          aria-label="Language"
        />
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Start from
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {STARTS.map((start) => (
              <Menu.Item key={start.id} onClick={() => change({ language: "sql", text: start.sql })}>
                <Text size="sm">{start.label}</Text>
                <Text size="xs" c="dimmed">
                  {start.about}
                </Text>
              </Menu.Item>
            ))}
            {declared.version > 0 && (
              <>
                <Menu.Divider />
                <Menu.Item onClick={() => change({ language: "sql", text: reader.toSql(declared.text) })}>
                  What is declared now
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        <FileButton onChange={takeFile} accept=".sql,.json,.txt">
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconFileUpload size={14} aria-hidden />}>
              Open a dump
            </Button>
          )}
        </FileButton>
        <Standing problems={read.problems.length} tables={shown.tables.length} rows={read.rows} isKept={isKept} />
        <Button
          size="xs"
          ml="auto"
          leftSection={<IconUpload size={14} aria-hidden />}
          disabled={read.problems.length > 0 || !read.declaration || behind !== draft}
          loading={asking}
          onClick={compare}
        >
          Push
        </Button>
      </Group>
      <Dropzone.FullScreen withinPortal={false} activateOnKeyboard={false} onDrop={(files) => takeFile(files[0])} multiple={false} inputProps={{ "aria-label": "A dump" }}>
        <Group justify="center" mih={220} gap="sm" style={{ pointerEvents: "none" }}>
          <IconFileUpload size={32} aria-hidden />
          <Text>Drop the dump: it opens in the editor, and nothing is pushed yet</Text>
        </Group>
      </Dropzone.FullScreen>
      <div className="split">
        <Editor
          ref={editor}
          value={text}
          onChange={(next) => change({ language, text: next })}
          label={`The declaration, in ${language === "sql" ? "SQL" : "JSON"}`}
          extensions={extensions}
        />
        <section aria-label="Diagram" style={{ position: "relative" }}>
          <Suspense fallback={<Loading what="Drawing" />}>
            <Diagram declaration={shown} open={find} />
          </Suspense>
        </section>
      </div>
      {lost && <Lost lost={lost} close={() => setLost(undefined)} go={translate} />}
      {pushing && read.declaration && (
        <Push
          tenant={tenant}
          current={declared}
          draft={draft}
          read={read}
          next={JSON.stringify(read.declaration)}
          reader={reader}
          done={() => sessionStorage.removeItem(draftKey(tenant))}
          close={() => setPushing(false)}
        />
      )}
    </>
  );
}

const counted = (count: number, what: string) => `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;

function Standing({ problems, tables, rows, isKept }: { problems: number; tables: number; rows: number; isKept: boolean }) {
  const held = `${counted(tables, "table")}${rows ? `, ${counted(rows, "row")}` : ""}`;
  const text = (problems > 0 ? counted(problems, "problem") : held) + (isKept ? "" : "; too long to be kept over a reload");
  return (
    <Text size="xs" c={problems > 0 ? "var(--mantine-color-error)" : "dimmed"} role="status">
      <VisuallyHidden>The text has </VisuallyHidden>
      {text}
    </Text>
  );
}
