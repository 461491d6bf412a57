import type { Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import type { ServerFile } from '../../server-options/index.js';
import {
  cores,
  type GivenOption,
  type Mebibytes,
  mebibytes,
  plainRequest,
  type SizingRequest,
} from '../../sizing/index.js';
import type { OperatorServer } from '../operator-servers.js';
import { amountIn } from './amount-fields.js';

/** What a server of mariadb-operator is sized for. */
export interface OperatorRequest {
  readonly request: SizingRequest;
  /** Undefined for a container that may take what the node has. */
  readonly memory: { readonly text: string; readonly span: Span; readonly size: Mebibytes } | undefined;
  /** Where the size of the volume stands. */
  readonly storage: Field;
}

/** Stands for the memory of a container without a limit, which no budget exceeds. */
const withoutLimit = mebibytes(2 ** 40);

/** The request of a server as its object and its files have it; undefined when its memory is no amount. */
export function operatorRequest(
  server: OperatorServer,
  files: readonly ServerFile[],
): OperatorRequest | undefined {
  const { spec, galera, version, replicas } = server;
  const said = memoryField(spec.at('resources'));
  const size = said && amountIn(said);
  if (said && size === undefined) return undefined;
  const memory = said && size !== undefined ? { text: String(said.value), span: said.span, size } : undefined;
  const cpu = quantity(spec.at('resources', 'limits', 'cpu').value)?.nano;
  const storage = volumeField(spec.at('storage'));
  const options = files
    .flatMap((file) => file.options)
    .map(({ name, value }): GivenOption => ({ name, value: value ?? true }));
  const hasReaders = files.some(({ surroundings }) => surroundings?.binlogReaders !== undefined);
  return {
    request: plainRequest('mariadb', memory?.size ?? withoutLimit, {
      mode: 'asIs',
      version,
      cores: cpu === undefined ? undefined : cores(Number(cpu) / 1e9),
      galera: galera && replicas > 1,
      volume: amountIn(storage),
      // The operator turns the binary log on for those who read it.
      options: hasReaders ? [{ name: 'log_bin', value: true }, ...options] : options,
    }),
    memory,
    storage,
  };
}

/** The limit, or what is asked for where there is none. */
export function memoryField(resources: Field): Field | undefined {
  return [resources.at('limits', 'memory'), resources.at('requests', 'memory')].find(({ given }) => given);
}

/** The template, where there is one, is what the volume is made of. */
function volumeField(storage: Field): Field {
  const template = storage.at('volumeClaimTemplate', 'resources', 'requests', 'storage');
  return storage.at('size').given ? storage.at('size') : template;
}
