// Documents of GraphQL: the operation of several that is meant, and what kind it is.
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, separateOperations } from "graphql";

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    // What is not finished yet stays as it is.
    return undefined;
  }
}

const operationsOf = (document: DocumentNode) =>
  document.definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);

/** The document with one operation and the fragments that it needs: that of the name, or the first. */
export function single(text: string, name?: string): string {
  const document = parsed(text);
  if (document === undefined || operationsOf(document).length < 2) return text;
  const parts = separateOperations(document);
  const part = (name === undefined ? undefined : parts[name]) ?? Object.values(parts)[0];
  return part ? print(part) : text;
}

export function isMutation(text: string): boolean {
  const document = parsed(text);
  return document !== undefined && operationsOf(document)[0]?.operation === "mutation";
}
