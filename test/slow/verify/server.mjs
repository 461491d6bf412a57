// Asks an API server by its own protocol: what a dry run of an object with strict field validation says.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { parse } from 'yaml';

/** A client for one context of a kubeconfig. */
export function clientOf(kubeconfig, context) {
  const config = parse(readFileSync(kubeconfig, 'utf8'));
  const chosen = config.contexts.find(({ name }) => name === context).context;
  const { server, 'certificate-authority': authority } = config.clusters.find(
    ({ name }) => name === chosen.cluster,
  ).cluster;
  const { token } = config.users.find(({ name }) => name === chosen.user).user;
  const agent = new Agent({ keepAlive: true, ca: readFileSync(authority), maxSockets: 4 });
  return { server, token, agent, plurals: new Map() };
}

/** Sends a request; the answer is [status, JSON]. */
export function send(client, method, path, body, type = 'application/json') {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${client.server}${path}`,
      {
        method,
        agent: client.agent,
        headers: { authorization: `Bearer ${client.token}`, 'content-type': type },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
        response.on('end', () => resolve([response.statusCode, safeJson(text)]));
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}

function safeJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** The path of a kind's collection; undefined when the server does not know it. */
export async function collectionOf(client, { apiVersion, kind, metadata }) {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  if (!client.plurals.has(apiVersion)) {
    const [, list] = await send(client, 'GET', base);
    client.plurals.set(
      apiVersion,
      new Map(
        (list.resources ?? []).filter(({ name }) => !name.includes('/')).map((each) => [each.kind, each]),
      ),
    );
  }
  const resource = client.plurals.get(apiVersion).get(kind);
  if (!resource) return undefined;
  const namespace = metadata?.namespace || 'default';
  return resource.namespaced
    ? `${base}/namespaces/${encodeURIComponent(namespace)}/${resource.name}`
    : `${base}/${resource.name}`;
}

/** What the server says: { accepted, message, fields }. The object is created and applied, both as a dry run. */
export async function judge(client, object, { apply = true, strict = true } = {}) {
  const name = object.metadata?.name;
  if (typeof name !== 'string' || name === '')
    return { accepted: false, message: 'no name', fields: ['metadata.name'] };
  const path = await collectionOf(client, object);
  if (path === undefined) return { accepted: false, message: 'no such kind', fields: ['kind'] };
  const query = `dryRun=All${strict ? '&fieldValidation=Strict' : ''}`;
  const [status, answer] = await send(client, 'POST', `${path}?${query}`, object);
  if (status >= 400) return refusal(answer, 'create');
  if (!apply) return { accepted: true, message: '', fields: [] };
  const [applied, second] = await send(
    client,
    'PATCH',
    `${path}/${encodeURIComponent(name)}?${query}&fieldManager=verify&force=true`,
    object,
    'application/apply-patch+yaml',
  );
  return applied >= 400 ? refusal(second, 'apply') : { accepted: true, message: '', fields: [] };
}

function refusal({ message = '', details }, by) {
  const fields = (details?.causes ?? [])
    .map(({ field }) => field)
    .filter((field) => field && field !== '<nil>');
  for (const [, field] of message.matchAll(/(?:unknown|duplicate) field "([^"]+)"/g)) fields.push(field);
  for (const [, field] of message.matchAll(
    /\.((?:metadata|spec|data|rules)[\w.[\]"=-]*): (?:expected|field not declared|duplicate|element)/g,
  ))
    fields.push(field);
  return { accepted: false, message: `${by}: ${message}`, fields };
}
