// Records a claim, compares its question, handles a refusal, lists claims and watches.
// Usage: node generated/js/newsroom.js HOST:PORT     after `gainsay import client/examples/fire.jsonl`

import { randomUUID } from "node:crypto";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import * as protoLoader from "@grpc/proto-loader";
import { detailsOf } from "./errors";
import type { ProtoGrpcType as ComparisonTypes } from "./generated/comparison_service";
import type { Claim, Claim__Output } from "./generated/gainsay/v1/Claim";
import type { CompareQuestionResponse__Output } from "./generated/gainsay/v1/CompareQuestionResponse";
import type { ListClaimsResponse__Output } from "./generated/gainsay/v1/ListClaimsResponse";
import type { LedgerServiceClient } from "./generated/gainsay/v1/LedgerService";
import type { ComparisonServiceClient } from "./generated/gainsay/v1/ComparisonService";
import type { RecordClaimsResponse__Output } from "./generated/gainsay/v1/RecordClaimsResponse";
import type { WatchResponse__Output } from "./generated/gainsay/v1/WatchResponse";
import type { ProtoGrpcType as LedgerTypes } from "./generated/ledger_service";

const QUESTION = "topics/fire/questions/injured";
const PROTOS = path.resolve(__dirname, "../../../../../proto");

const definition = protoLoader.loadSync(
  ["gainsay/v1/ledger_service.proto", "gainsay/v1/comparison_service.proto"],
  { includeDirs: [PROTOS], longs: String, enums: String, defaults: true, oneofs: true },
);
const { gainsay } = grpc.loadPackageDefinition(definition) as unknown as ComparisonTypes & LedgerTypes;

/** Makes a unary call that may take 10 seconds, and returns its answer. */
function call<Request, Response>(
  method: (request: Request, options: grpc.CallOptions, done: (error: grpc.ServiceError | null, answer?: Response) => void) => unknown,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, { deadline: Date.now() + 10_000 }, (error, answer) => (error ? reject(error) : resolve(answer!)));
  });
}

function amount(number: string, party: string): Claim {
  return { question: QUESTION, party, value: { quantity: { amount: number } } };
}

/**
 * Records a claim and returns the revision that has it. The request id makes it safe to send the same request
 * again, after a broken connection or a crash: keep it with what you mean to record.
 */
async function record(ledger: LedgerServiceClient, claim: Claim): Promise<string> {
  const request = { claims: [claim], requestId: randomUUID() };
  const answer = await call<typeof request, RecordClaimsResponse__Output>(ledger.RecordClaims.bind(ledger), request);
  console.log(answer.results[0].existed ? "on file already:" : "recorded:", answer.results[0].name);
  return answer.revision;
}

/** Compares the question as of a revision or later: one's own writes are seen. */
async function compare(comparison: ComparisonServiceClient, revision: string): Promise<void> {
  const request = { question: QUESTION, minRevision: revision };
  const answer = await call<typeof request, CompareQuestionResponse__Output>(
    comparison.CompareQuestion.bind(comparison), request);
  console.log("status:", answer.comparisons[0].status);
}

/** Every claim on the question, two a page. */
async function* claims(ledger: LedgerServiceClient): AsyncGenerator<Claim__Output> {
  const request = { parent: QUESTION, pageSize: 2, pageToken: "" };
  do {
    const page = await call<typeof request, ListClaimsResponse__Output>(ledger.ListClaims.bind(ledger), request);
    yield* page.claims;
    request.pageToken = page.nextPageToken;
  } while (request.pageToken !== "");
}

/** Prints the changes since a token (without one, all there were) and returns where to go on. */
async function watch(comparison: ComparisonServiceClient, resumeToken = ""): Promise<string> {
  const from = resumeToken === "" ? { afterRevision: 0 } : { resumeToken: resumeToken };
  const answers = comparison.Watch({ topic: "topics/fire", ...from });
  answers.on("error", () => undefined); // the loop throws it; cancelling, below, is one too
  for await (const answer of answers as AsyncIterable<WatchResponse__Output>) {
    for (const change of answer.changes) console.log("changed:", change.oldStatus, "->", change.newStatus);
    resumeToken = answer.resumeToken;
    if (answer.caughtUp) break;
  }
  answers.cancel();
  return resumeToken;
}

async function main(address: string): Promise<void> {
  const ledger = new gainsay.v1.LedgerService(address, grpc.credentials.createInsecure());
  const comparison = new gainsay.v1.ComparisonService(address, grpc.credentials.createInsecure());
  const token = await watch(comparison);
  await compare(comparison, await record(ledger, amount("25", "entities/hospital")));
  try {
    await record(ledger, amount("a dozen", "entities/mayor"));
  } catch (error) {
    const { ErrorInfo, BadRequest } = detailsOf(error as grpc.ServiceError);
    console.log("refused:", ErrorInfo?.reason, ...(BadRequest?.fieldViolations ?? []).map(({ field }) => field));
  }
  let count = 0;
  for await (const _ of claims(ledger)) count += 1;
  console.log("claims:", count);
  await watch(comparison, token);
  ledger.close();
  comparison.close();
}

main(process.argv[2]).catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
