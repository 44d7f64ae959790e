// Reads why a call was refused, for programs: docs/errors.md has every reason, and which details go with it.

import * as path from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import * as protoLoader from "@grpc/proto-loader";
import type { BadRequest__Output } from "./generated/gainsay/examples/BadRequest";
import type { ErrorInfo__Output } from "./generated/gainsay/examples/ErrorInfo";
import type { PreconditionFailure__Output } from "./generated/gainsay/examples/PreconditionFailure";
import type { ResourceInfo__Output } from "./generated/gainsay/examples/ResourceInfo";
import type { RetryInfo__Output } from "./generated/gainsay/examples/RetryInfo";
import type { Status__Output } from "./generated/gainsay/examples/Status";

/** The details that an error carries, by the last part of their type's name. */
export interface Details {
  ErrorInfo?: ErrorInfo__Output;
  BadRequest?: BadRequest__Output;
  PreconditionFailure?: PreconditionFailure__Output;
  ResourceInfo?: ResourceInfo__Output;
  RetryInfo?: RetryInfo__Output;
}

const definition = protoLoader.loadSync(path.resolve(__dirname, "../../../error_details.proto"), {
  defaults: true,
  longs: String,
});

function decoded(type: string, bytes: Buffer): unknown {
  return (definition[`gainsay.examples.${type}`] as protoLoader.MessageTypeDefinition<object, object>).deserialize(bytes);
}

/** The details of an error; none if the server was not reached. */
export function detailsOf(error: ServiceError): Details {
  const [trailer] = error.metadata.get("grpc-status-details-bin");
  if (trailer === undefined) return {};
  const { details } = decoded("Status", trailer as Buffer) as Status__Output;
  const known = details
    .map(({ type_url, value }) => [type_url.replace("type.googleapis.com/google.rpc.", ""), value] as const)
    .filter(([type]) => `gainsay.examples.${type}` in definition);
  return Object.fromEntries(known.map(([type, value]) => [type, decoded(type, value)]));
}
