// Provokes errors and prints, as JSON, what a client in another language reads of each.
// Usage: read_errors.cjs EXAMPLE PROTOS HOST:PORT     EXAMPLE: the TypeScript example, built; server: --max-streams 1

const path = require("node:path");
const [example, protos, address] = process.argv.slice(2);
const packages = { paths: [example] };
const grpc = require(require.resolve("@grpc/grpc-js", packages));
const protoLoader = require(require.resolve("@grpc/proto-loader", packages));
const { detailsOf } = require(path.join(example, "generated/js/errors.js"));

const definition = protoLoader.loadSync(["gainsay/v1/ledger_service.proto", "gainsay/v1/comparison_service.proto"], {
  includeDirs: [protos],
});
const { v1 } = grpc.loadPackageDefinition(definition).gainsay;
const ledger = new v1.LedgerService(address, grpc.credentials.createInsecure());
const comparison = new v1.ComparisonService(address, grpc.credentials.createInsecure());
const deadline = () => ({ deadline: Date.now() + 30_000 });

const told = (error) => ({ code: grpc.status[error.code], ...detailsOf(error) });

function refused(method, request) {
  return new Promise((resolve, reject) => {
    ledger[method](request, deadline(), (error) => (error ? resolve(told(error)) : reject(new Error(`${method}: no error`))));
  });
}

// The second of two streams, where one alone is served.
function refusedStream() {
  return new Promise((resolve, reject) => {
    const first = comparison.Watch({ afterRevision: 0 }, deadline());
    first.on("error", () => undefined);
    first.once("data", () => {
      const second = comparison.Watch({ afterRevision: 0 }, deadline());
      second.on("data", () => reject(new Error("Watch: no error")));
      second.on("error", (error) => {
        first.cancel();
        resolve(told(error));
      });
    });
  });
}

async function main() {
  const topic = { name: "topics/fire", title: "Fire" };
  console.log(JSON.stringify({
    badField: await refused("CreateTopic", { topic: { name: "topics/NO" } }),
    missing: await refused("GetTopic", { name: "topics/nowhere" }),
    taken: await refused("CreateTopic", { topic }),
    raced: await refused("UpdateTopic", { topic: { ...topic, etag: "old" } }),
    crowded: await refusedStream(),
  }));
  ledger.close();
  comparison.close();
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
