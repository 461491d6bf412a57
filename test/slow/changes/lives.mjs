// The life of one object on an API server: made, changed commit by commit, and gone.
import { isDeepStrictEqual } from 'node:util';
import { collectionOf, send } from '../verify/server.mjs';

/** Kinds that the old server has in an earlier version only. */
const earlier = new Map([
  ['PodDisruptionBudget policy/v1', 'policy/v1beta1'],
  ['CronJob batch/v1', 'batch/v1beta1'],
]);

/** How tools bring objects to a server: server-side apply (Flux, Argo CD, kubectl), and the whole object anew (kubectl replace). */
export const ways = ['apply', 'update'];

/**
 * Leads one object through its states, undefined where it is not there, and compares what the server has in the end with what it has
 * when the last state is made afresh.
 *
 * @returns {Promise<{ refusals: { state: number, message: string, isMended: boolean }[], difference?: string }>} refusals by the
 * number of the state; mended is one that is taken when the object was deleted before
 */
export async function live(client, states, way) {
  const refusals = [];
  const first = states.find((state) => state !== undefined);
  const path = await pathOf(client, first);
  if (path === undefined) throw new Error(`the server has no ${first.apiVersion} ${first.kind}`);
  await remove(client, path);
  let present = false;
  for (const [index, state] of states.entries()) {
    if (state === undefined) {
      if (present) await remove(client, path);
      present = false;
      continue;
    }
    const message = await put(client, path, state, way, present);
    if (message !== undefined) {
      // What a runbook may say to do by hand: the object goes, and comes again.
      await remove(client, path);
      const isMended = present && (await put(client, path, state, way, false)) === undefined;
      refusals.push({ state: index, message, isMended });
      if (!isMended) return { refusals };
    }
    present = true;
  }
  const last = states.at(-1);
  let difference;
  if (states.length > 1 && last !== undefined) {
    const stepped = await get(client, path);
    await remove(client, path);
    await put(client, path, last, way, false);
    difference = differenceOf(own(stepped), own(await get(client, path)));
  }
  await remove(client, path);
  return { refusals, difference };
}

async function pathOf(client, object) {
  const collection = await collectionOf(client, object);
  return collection && `${collection}/${encodeURIComponent(object.metadata.name)}`;
}

async function put(client, path, object, way, present) {
  const query = 'fieldValidation=Strict';
  if (way === 'apply') {
    const given = `${path}?${query}&fieldManager=gitops&force=true`;
    return refusalOf(await send(client, 'PATCH', given, object, 'application/apply-patch+yaml'));
  }
  if (!present)
    return refusalOf(await send(client, 'POST', `${path.slice(0, path.lastIndexOf('/'))}?${query}`, object));
  const there = await get(client, path);
  const whole = {
    ...object,
    metadata: { ...object.metadata, resourceVersion: there.metadata.resourceVersion },
  };
  // Servers before 1.21 want the address again that they gave.
  if (object.kind === 'Service') {
    const { clusterIP, clusterIPs } = there.spec;
    whole.spec = { ...(clusterIP && { clusterIP }), ...(clusterIPs && { clusterIPs }), ...object.spec };
  }
  return refusalOf(await send(client, 'PUT', `${path}?${query}`, whole));
}

function refusalOf([status, { message = '' }]) {
  return status < 400 ? undefined : `${message}`;
}

async function get(client, path) {
  const [status, object] = await send(client, 'GET', path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${object.message}`);
  return object;
}

async function remove(client, path) {
  const [status, answer] = await send(client, 'DELETE', `${path}?propagationPolicy=Background`);
  if (status === 404) return;
  if (status >= 400) throw new Error(`DELETE ${path}: ${status} ${answer.message}`);
  for (let attempt = 0; attempt < 100; attempt++) {
    const [left] = await send(client, 'GET', path);
    if (left === 404) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${path} does not go`);
}

/** An object without what the server fills in by itself, which differs from one making to the next. */
function own({ metadata, spec, status: _, ...rest }) {
  const { uid, resourceVersion, creationTimestamp, generation, managedFields, selfLink, ...kept } = metadata;
  if (rest.kind !== 'Service' || !spec) return { ...rest, metadata: kept, spec };
  const { clusterIP, clusterIPs, healthCheckNodePort, ...service } = spec;
  const ports = spec.ports?.map(({ nodePort, ...port }) => port);
  return { ...rest, metadata: kept, spec: { ...service, ports } };
}

function differenceOf(one, other, path = '') {
  if (isDeepStrictEqual(one, other)) return undefined;
  const isTree = (value) => typeof value === 'object' && value !== null;
  if (!isTree(one) || !isTree(other))
    return `${path}: ${JSON.stringify(one)?.slice(0, 120)} instead of ${JSON.stringify(other)?.slice(0, 120)}`;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differenceOf(one[key], other[key], `${path}.${key}`);
    if (found) return found;
  }
  return `${path}: other keys`;
}

/** Hand-written rules about updates are those of Kubernetes' own kinds, which the old server knows. */
export function isBuiltIn({ apiVersion }) {
  return !apiVersion.includes('.') || /^[a-z.]+\.k8s\.io\//.test(apiVersion);
}

/** An object as the old server takes it, which lacks versions and probes that came later. */
export function asBefore(object) {
  const { apiVersion, kind } = object;
  return JSON.parse(
    JSON.stringify(
      { ...object, apiVersion: earlier.get(`${kind} ${apiVersion}`) ?? apiVersion },
      (key, value) => (key === 'grpc' && value?.port ? undefined : value),
    ),
  );
}
