// What Kubernetes makes of rendered manifests: the pods of a StatefulSet, as far as the suite imitates them. What it does not
// imitate and a pod would behave differently by is an error, never left out in silence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/**
 * The StatefulSet with volumes in a folder of manifests, with what belongs to it. `secret(name, key)` gives the values of
 * Secrets, which are never rendered; `name` chooses among several.
 */
export function readPods(folder, { name, secret = noSecret } = {}) {
  const objects = objectsIn(folder);
  const sets = objects.filter(
    ({ kind, metadata, spec }) =>
      kind === 'StatefulSet' &&
      spec.volumeClaimTemplates?.length > 0 &&
      (name === undefined || metadata.name === name),
  );
  if (sets.length !== 1) {
    const found = sets.map(({ metadata }) => metadata.name).join(', ') || 'none';
    throw new Error(`expected one StatefulSet with volumeClaimTemplates in ${folder}, found ${found}`);
  }
  const [{ metadata, spec }] = sets;
  const namespace = metadata.namespace ?? 'default';
  const place = `StatefulSet ${metadata.name}`;
  const nearby = (kind) => objects.filter((each) => each.kind === kind && inNamespace(each, namespace));
  const pod = spec.template.spec;
  refuse(place, pod, strangePodFields);
  const [main] = pod.containers;
  const all = [
    ...(pod.initContainers ?? []).map((each) => ({ ...each, first: each.restartPolicy !== 'Always' })),
    ...pod.containers,
  ];
  const present = all.filter(({ image }) => image === main.image);
  const labels = spec.template.metadata?.labels ?? {};
  const context = { place, secret, configMaps: byName(nearby('ConfigMap')), containers: present };
  return {
    name: metadata.name,
    namespace,
    image: main.image,
    main: main.name,
    replicas: spec.replicas ?? 1,
    serviceName: spec.serviceName,
    parallel: spec.podManagementPolicy === 'Parallel',
    minReadySeconds: spec.minReadySeconds ?? 0,
    gracePeriod: pod.terminationGracePeriodSeconds ?? 30,
    security: pod.securityContext ?? {},
    serviceAccount: pod.serviceAccountName ?? 'default',
    labels,
    annotations: spec.template.metadata?.annotations ?? {},
    services: nearby('Service')
      .filter(({ spec: { selector } }) => selects(selector, labels))
      .map((service) => serviceOf(service, present)),
    volumes: new Map([
      ...spec.volumeClaimTemplates.map((claim) => [claim.metadata.name, { kind: 'claim' }]),
      ...(pod.volumes ?? []).map((volume) => [volume.name, volumeOf(context, volume)]),
    ]),
    containers: present,
    /** Containers of other images, which are not on the machine. */
    absent: all.filter(({ image }) => image !== main.image).map((each) => `${each.name} (${each.image})`),
    context,
  };
}

const strangePodFields = [
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'hostAliases',
  'shareProcessNamespace',
  'dnsConfig',
  'setHostnameAsFQDN',
];

function objectsIn(folder) {
  const objects = [];
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (!/\.ya?ml$/.test(path)) continue;
    // Version 1.1, as the API server's own reader: 0555 is octal.
    for (const document of parseAllDocuments(readFileSync(join(folder, path), 'utf8'), { version: '1.1' })) {
      const [error] = document.errors;
      if (error !== undefined) throw new Error(`${path}: ${error.message}`);
      const object = document.toJS();
      if (object?.kind !== undefined && object.metadata !== undefined) objects.push(object);
    }
  }
  return objects;
}

function noSecret(name, key) {
  throw new Error(`nobody gives the key ${key} of Secret ${name}`);
}

function inNamespace({ metadata }, namespace) {
  return (metadata.namespace ?? 'default') === namespace;
}

function byName(objects) {
  return new Map(objects.map((object) => [object.metadata.name, object]));
}

function selects(selector, labels) {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([label, value]) => labels[label] === value);
}

function serviceOf({ metadata, spec }, containers) {
  const named = new Map(
    containers.flatMap(({ ports = [] }) => ports.map(({ name, containerPort }) => [name, containerPort])),
  );
  return {
    name: metadata.name,
    headless: spec.clusterIP === 'None',
    publishesUnready: spec.publishNotReadyAddresses === true,
    /** Of the pods; a name that no container has leads nowhere. */
    ports: (spec.ports ?? []).map(({ port, targetPort = port }) => named.get(targetPort) ?? targetPort),
  };
}

function refuse(place, object, fields) {
  const found = fields.find((field) => object[field] !== undefined && object[field] !== false);
  if (found !== undefined) throw new Error(`${place}: ${found} is not imitated`);
}

/** Files with their modes, an empty folder, or a volume that stays. */
function volumeOf(context, { name, ...kinds }) {
  const place = `volume ${name} of ${context.place}`;
  const [[kind, source], ...more] = Object.entries(kinds);
  if (more.length > 0) throw new Error(`${place} is of several kinds`);
  if (kind === 'emptyDir') return { kind: 'empty', memory: source.medium === 'Memory' };
  if (kind === 'configMap') {
    const { data = {} } = configMapOf(context, source.name, place);
    return filesOf(place, source, Object.keys(data), (key) => data[key]);
  }
  if (kind === 'secret') {
    const keys = source.items === undefined ? keysReadFrom(context, name) : [];
    if (source.items === undefined && keys.length === 0) {
      throw new Error(`${place}: no items or variables say which keys Secret ${source.secretName} has`);
    }
    return filesOf(place, source, keys, (key) => context.secret(source.secretName, key));
  }
  throw new Error(`${place}: only configMap, secret, emptyDir and claims are imitated, not ${kind}`);
}

function configMapOf({ configMaps }, name, place) {
  const found = configMaps.get(name);
  if (found === undefined) throw new Error(`${place}: there is no ConfigMap ${name}`);
  if (found.binaryData !== undefined) throw new Error(`${place}: binaryData of ${name} is not imitated`);
  return found;
}

function filesOf(place, { items, defaultMode = 0o644 }, keys, textOf) {
  const chosen = items ?? keys.map((key) => ({ key, path: key }));
  const files = chosen.map(({ key, path, mode = defaultMode }) => {
    const text = textOf(key);
    if (text === undefined) throw new Error(`${place}: there is no key ${key}`);
    return { path, mode, text };
  });
  return { kind: 'files', files };
}

/** What a Secret holds is not known here: the keys are those that a variable names a file of. */
function keysReadFrom({ containers }, volume) {
  const keys = new Set();
  for (const { env = [], volumeMounts = [] } of containers) {
    for (const { name, mountPath } of volumeMounts) {
      if (name !== volume) continue;
      for (const { value = '' } of env) {
        if (value.startsWith(`${mountPath}/`)) keys.add(value.slice(mountPath.length + 1));
      }
    }
  }
  return [...keys];
}

/** One pod of the set: its containers with everything filled in. Those to run `first` come before the others. */
export function podOf(set, ordinal, address) {
  const name = `${set.name}-${ordinal}`;
  const facts = {
    'metadata.name': name,
    'metadata.namespace': set.namespace,
    'status.podIP': address,
    'status.podIPs': address,
    'spec.serviceAccountName': set.serviceAccount,
    'metadata.labels': {
      ...set.labels,
      'statefulset.kubernetes.io/pod-name': name,
      'apps.kubernetes.io/pod-index': `${ordinal}`,
    },
    'metadata.annotations': set.annotations,
  };
  return { name, containers: set.containers.map((container) => containerOf(set, container, facts)) };
}

const strangeContainerFields = ['envFrom', 'volumeDevices', 'tty', 'stdin'];

function containerOf(set, container, facts) {
  const place = `container ${container.name} of ${set.context.place}`;
  refuse(place, container, strangeContainerFields);
  refuse(place, container.lifecycle ?? {}, ['postStart']);
  const environment = environmentOf(set, container, facts, place);
  const given = (texts) => texts.map((text) => expanded(text, environment));
  const security = { ...set.security, ...container.securityContext };
  return {
    name: container.name,
    first: container.first === true,
    // The image's entry point and command.
    command: given([
      ...(container.command ?? ['docker-entrypoint.sh']),
      ...(container.args ?? (container.command === undefined ? ['mariadbd'] : [])),
    ]),
    environment,
    directory: container.workingDir ?? '/',
    mounts: (container.volumeMounts ?? []).map((mount) => mountOf(set, mount, environment, place)),
    probes: {
      startup: probeOf(container.startupProbe, `startupProbe of ${place}`),
      readiness: probeOf(container.readinessProbe, `readinessProbe of ${place}`),
      liveness: probeOf(container.livenessProbe, `livenessProbe of ${place}`),
    },
    preStop: preStopOf(container.lifecycle?.preStop, place),
    security: {
      user: security.runAsUser ?? 0,
      group: security.runAsGroup ?? 0,
      fsGroup: set.security.fsGroup,
      readOnlyRoot: security.readOnlyRootFilesystem === true,
    },
  };
}

function environmentOf({ context }, { env = [] }, facts, place) {
  const environment = {};
  for (const { name, value, valueFrom } of env) {
    const text = valueFrom === undefined ? value : sourceOf(context, valueFrom, facts, `${name} of ${place}`);
    if (text !== undefined) environment[name] = expanded(`${text}`, environment, valueFrom !== undefined);
  }
  return environment;
}

function sourceOf(context, { fieldRef, secretKeyRef, configMapKeyRef, ...others }, facts, place) {
  if (fieldRef !== undefined) return fieldOf(fieldRef.fieldPath, facts, place);
  if (secretKeyRef !== undefined) return context.secret(secretKeyRef.name, secretKeyRef.key);
  if (configMapKeyRef !== undefined) {
    const { name, key } = configMapKeyRef;
    const value = configMapOf(context, name, place).data?.[key];
    if (value === undefined) throw new Error(`${place}: ConfigMap ${name} has no key ${key}`);
    return value;
  }
  throw new Error(`${place}: ${Object.keys(others).join()} is not imitated`);
}

function fieldOf(path, facts, place) {
  const [, field, key] = /^([^[]+)(?:\['(.+)'\])?$/.exec(path) ?? [];
  const fact = facts[field];
  const value = key === undefined ? fact : (fact?.[key] ?? '');
  if (typeof value !== 'string') throw new Error(`${place}: the field ${path} is not imitated`);
  return value;
}

/** $(NAME) of a variable that is already there; $$ is a dollar sign. Values from elsewhere are taken as they are. */
function expanded(text, environment, literally = false) {
  if (literally) return text;
  return text.replace(/\$\$|\$\(([A-Za-z_][\w.-]*)\)/g, (whole, name) =>
    whole === '$$' ? '$' : (environment[name] ?? whole),
  );
}

function mountOf(set, mount, environment, place) {
  const volume = set.volumes.get(mount.name);
  if (volume === undefined) throw new Error(`${place}: there is no volume ${mount.name}`);
  const subPath = mount.subPathExpr === undefined ? mount.subPath : expanded(mount.subPathExpr, environment);
  return {
    volume: mount.name,
    path: mount.mountPath,
    subPath: subPath ?? '',
    readOnly: mount.readOnly === true || volume.kind === 'files',
  };
}

function probeOf(probe, place) {
  if (probe === undefined) return undefined;
  refuse(place, probe, ['httpGet', 'grpc', 'tcpSocket']);
  if (probe.exec === undefined) throw new Error(`${place} does nothing`);
  return {
    command: probe.exec.command,
    delay: probe.initialDelaySeconds ?? 0,
    period: probe.periodSeconds ?? 10,
    timeout: probe.timeoutSeconds ?? 1,
    failures: probe.failureThreshold ?? 3,
    successes: probe.successThreshold ?? 1,
    gracePeriod: probe.terminationGracePeriodSeconds,
  };
}

function preStopOf(hook, place) {
  if (hook === undefined) return undefined;
  refuse(`preStop of ${place}`, hook, ['httpGet', 'tcpSocket']);
  return hook.sleep === undefined ? hook.exec.command : ['sleep', `${hook.sleep.seconds}`];
}
