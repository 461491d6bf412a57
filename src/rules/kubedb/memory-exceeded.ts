import type { Report, Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { optionKey } from '../../sizing/index.js';
import { bytes, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { quantityBytes, sizeText } from './volume-use.js';

const messages = {
  buffers: (p: { option: string; size: string; memory: string; database: string }) =>
    `${p.option} of ${p.database} is ${p.size}, and its container has ${p.memory}`,
};

/** A cache that is asked for fits into the container's memory. How much room the rest needs is a matter of sizing. */
export const memoryExceeded = defineRule({
  id: 'kubedb/memory-exceeded',
  severity: 'error',
  why: 'the server is killed for want of memory as soon as the cache fills, or cannot start at all',
  source: 'kubedb/apimachinery apis/kubedb/constants.go',
  messages,
  checkPlan({ databases }, report) {
    for (const database of databases) checkDatabase(database, report);
  },
  checkManifests(manifests, report) {
    for (const [kind, container] of [
      ['MariaDB', 'mariadb'],
      ['Postgres', 'postgres'],
    ] as const) {
      for (const group of ['kubedb.com', 'gitops.kubedb.com']) {
        for (const { name, root } of manifests.of(kind, group))
          checkObject(name, container, root.at('spec'), report);
      }
    }
  },
});

/** KubeDB gives a container that asks for nothing 1 GiB. */
const defaultMemory = 2 ** 30;

const cacheOf = { mariadb: 'innodb_buffer_pool_size', postgres: 'shared_buffers' } as const;

function checkDatabase({ name, engine, source }: DatabasePlan, report: Report<typeof messages>): void {
  const limit = source.resources?.memory === undefined ? defaultMemory : bytes(source.resources.memory);
  const asked = askedCache(engine, source);
  if (!asked || asked.size < limit) return;
  const memory = source.resources?.memory ?? "1Gi, KubeDB's default";
  const open = report('buffers', { option: asked.option, size: asked.text, memory, database: name }).at(
    asked.span,
  );
  if (source.resources?.memory !== undefined)
    open.related(valueSpan(source.resources, 'memory'), 'its memory');
  open.fix(
    engine === 'mariadb'
      ? `write half of the memory, ${sizeText(limit / 2)}, or give the container more under resources.memory`
      : `write a quarter of the memory, ${sizeText(limit / 4)}, or give the container more under resources.memory`,
  );
}

/** What `config` says wins over `sizing`. */
function askedCache(
  engine: DatabasePlan['engine'],
  { config = {}, sizing }: DatabasePlan['source'],
): { option: string; text: string; size: number; span: Span } | undefined {
  const name = Object.keys(config).find((each) => optionKey(each) === cacheOf[engine]);
  if (name !== undefined) {
    const text = String(config[name]);
    const size = optionBytes(engine, text);
    return size === undefined ? undefined : { option: name, text, size, span: valueSpan(config, name) };
  }
  const field = engine === 'mariadb' ? 'bufferPool' : 'sharedBuffers';
  const text = sizing?.[field];
  if (sizing === undefined || text === undefined || text.endsWith('%')) return undefined;
  return { option: `sizing.${field}`, text, size: bytes(text), span: valueSpan(sizing, field) };
}

/** Postgres counts plain numbers in pages of 8 KiB. */
function optionBytes(engine: DatabasePlan['engine'], text: string): number | undefined {
  const [, digits, letter] = /^'?(\d+)\s*([kmgt])?/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  if (letter === undefined) return Number(digits) * (engine === 'postgres' ? 8192 : 1);
  return Number(digits) * 1024 ** ('kmgt'.indexOf(letter.toLowerCase()) + 1);
}

function checkObject(
  name: string,
  container: 'mariadb' | 'postgres',
  spec: Field,
  report: Report<typeof messages>,
): void {
  const containers = spec.at('podTemplate', 'spec', 'containers').items();
  const own = containers.find((each) => each.at('name').text === container)?.at('resources');
  const limits = [own?.at('limits', 'memory'), own?.at('requests', 'memory')].filter((each) => each?.given);
  const sizes = limits.map((field) => quantityBytes(String(field?.value)) ?? 0);
  const limit = sizes.length === 0 ? defaultMemory : Math.max(...sizes);
  const pattern = new RegExp(`^\\s*${cacheOf[container].replaceAll('_', '[-_]')}\\s*=\\s*(\\S+)`, 'im');
  for (const [, file] of spec.at('configuration', 'inline').entries()) {
    const text = pattern.exec(file.text ?? '')?.[1];
    const size = text === undefined ? undefined : optionBytes(container, text);
    if (text === undefined || size === undefined || size < limit) continue;
    const memory = limits.length === 0 ? "1Gi, KubeDB's default" : sizeText(limit);
    report('buffers', { option: cacheOf[container], size: text, memory, database: name })
      .at(file.keySpan)
      .fix('lower it, or give the container more memory');
  }
}
