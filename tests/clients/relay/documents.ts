// What relay-compiler reads: a page that a component would show, and the mutations that change it.
import { graphql } from "relay-runtime";

export const documents = () => [
  graphql`
    query documentsQuery($id: ID!, $count: Int!) {
      node(nodeId: $id) {
        __typename
        ...documents_author @arguments(count: $count) @alias(as: "author")
      }
    }
  `,
  graphql`
    fragment documents_author on Author
    @refetchable(queryName: "documentsNextQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "Cursor" }) {
      name
      born
      bookCollection(first: $count, after: $cursor, orderBy: [{ id: AscNullsLast }])
        @connection(key: "documents_author_bookCollection", filters: []) {
        __id
        edges {
          node {
            id
            title
            price
            format
            ...documents_book
          }
        }
      }
    }
  `,
  graphql`
    fragment documents_book on Book {
      publishedAt
      author {
        name
      }
    }
  `,
  graphql`
    query documentsAuthorsQuery($count: Int!, $cursor: Cursor, $filter: AuthorFilter) {
      ...documents_authors @arguments(count: $count, cursor: $cursor, filter: $filter)
    }
  `,
  graphql`
    fragment documents_authors on Query
    @refetchable(queryName: "documentsAuthorsNextQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "Cursor" }, filter: { type: "AuthorFilter" }) {
      authorCollection(first: $count, after: $cursor, filter: $filter)
        @connection(key: "documents_authorCollection", filters: ["filter"]) {
        edges {
          node {
            name
          }
        }
      }
    }
  `,
  graphql`
    mutation documentsAddMutation($objects: [BookInsertInput!]!, $connections: [ID!]!) {
      insertIntoBookCollection(objects: $objects) {
        affectedCount
        records @appendNode(connections: $connections, edgeTypeName: "BookEdge") {
          id
          title
          price
          format
          ...documents_book
        }
      }
    }
  `,
  graphql`
    mutation documentsRemoveMutation($filter: BookFilter!, $connections: [ID!]!) {
      deleteFromBookCollection(filter: $filter) {
        records {
          nodeId @deleteEdge(connections: $connections)
        }
      }
    }
  `,
];
