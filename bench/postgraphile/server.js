// PostGraphile over PostgreSQL, as its manual sets it up for production: its own HTTP server on Node's, a pool of connections,
// prepared statements, nothing that watches, explains or logs.
// Arguments: the folder of PostgreSQL's socket, PostgreSQL's port, the port of the loopback interface to listen on.
import { createServer } from "node:http";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const [socket, database, port] = process.argv.slice(2);

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  // It would hide filters and orders by columns without an index.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [
    makePgService({
      poolConfig: { host: socket, port: Number(database), user: "bench", database: "postgres", max: 10 },
      schemas: ["public"],
    }),
  ],
  grafast: { explain: false },
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
};

const server = createServer({ keepAliveTimeout: 60_000 });
server.on("error", (error) => {
  throw error;
});
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(port), "127.0.0.1");
