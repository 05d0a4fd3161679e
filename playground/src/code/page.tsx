import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import { StreamLanguage } from "@codemirror/language";
import { shell } from "@codemirror/legacy-modes/mode/shell";
import { Button, CopyButton, Group, Tabs } from "@mantine/core";
import { IconCheck, IconCode, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { type AtHand, useRequests } from "../api/at-hand";
import { useDeclaration } from "../api/queries";
import { Editor } from "../editor/editor";
import { NothingAtHand } from "../shell/nothing-at-hand";
import { RequestChoice } from "../shell/request-choice";
import { Failure, Loading } from "../shell/states";
import { useNames } from "./names";
import { snippet, type Target, TARGETS } from "./snippets";

const LANGUAGES = { shell: StreamLanguage.define(shell), typescript: javascript({ typescript: true }), python: python() };

export default function CodePage({ tenant }: { tenant: string }) {
  const requests = useRequests(tenant);
  if (requests[0] === undefined) {
    return (
      <NothingAtHand
        tenant={tenant}
        icon={<IconCode size={36} stroke={1.4} aria-hidden />}
        advice="Look at a table, or write a query: the code for it is here then."
      />
    );
  }
  return <Snippets tenant={tenant} request={requests[0]} requests={requests} />;
}

function Snippets({ tenant, request, requests }: { tenant: string; request: AtHand; requests: AtHand[] }) {
  const [target, setTarget] = useState<Target>("curl");
  const declared = useDeclaration(tenant);
  const names = useNames(tenant, declared.data);
  const failed = [declared, names].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} again={() => failed.refetch()} />;
  if (!declared.data || !names.data) return <Loading what="Reading the names of the API" />;
  const chosen = TARGETS.find(({ id }) => id === target) ?? TARGETS[0];
  const table = request.protocol === "rest" ? declared.data.declaration.tables.find(({ name }) => name === request.view.table) : undefined;
  const text = snippet(target, request, { url: `${location.origin}/t/${tenant}`, table, names: names.data });
  return (
    <Tabs value={target} onChange={(value) => value && setTarget(value as Target)} className="tabs" keepMounted={false}>
      <Group px="sm" pt={8} gap="xs" className="bar" justify="space-between">
        <Tabs.List className="tab-list" aria-label="Language">
          {TARGETS.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Group gap="sm" pb={8}>
          <RequestChoice tenant={tenant} requests={requests} />
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy} leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}>
                {copied ? "Copied" : "Copy"}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Group>
      {TARGETS.map(({ id }) => (
        <Tabs.Panel key={id} value={id} className="tab-panel">
          <Editor value={text} label={`Code for ${chosen?.label}`} extensions={LANGUAGES[chosen?.language ?? "shell"]} readOnly />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
