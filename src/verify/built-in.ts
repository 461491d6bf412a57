import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import type { Kind } from './kind.js';
import { keyFault } from './metadata.js';
import { below, type Path, shownPath } from './path.js';
import type { Problem } from './problem.js';
import { shown } from './words.js';

// What API servers check in built-in kinds by hand-written code: the part of it that people get wrong.

type Mapping = { readonly [key: string]: Value };

const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const portName = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9]|-(?!-))*(?<!-)$/;

/** Checks an object of a built-in kind that was pruned. */
export function checkBuiltIn(object: Mapping, kind: Kind, problems: Problem[]): void {
  const check = checks[`${kind.apiVersion}/${kind.kind}`];
  if (!check) return;
  const told = new Set<string>();
  for (const problem of problems) {
    if (problem.code === 'missing') told.add(shownPath(below(problem.path, problem.field)));
    if (problem.code === 'type') told.add(shownPath(problem.path));
  }
  check(new Place(object, undefined, { problems, told }));
}

interface Report {
  readonly problems: Problem[];
  /** Fields that are known to be missing or of the wrong type. */
  readonly told: Set<string>;
}

/** A place in an object, and where what is wrong there is reported. */
class Place {
  readonly value: Value | undefined;
  readonly path: Path | undefined;
  readonly #report: Report;

  constructor(value: Value | undefined, path: Path | undefined, report: Report) {
    this.value = value;
    this.path = path;
    this.#report = report;
  }

  at(...keys: readonly string[]): Place {
    let place: Place = this;
    for (const key of keys) {
      const inside = isMapping(place.value) ? place.value[key] : undefined;
      place = new Place(inside, below(place.path, key), this.#report);
    }
    return place;
  }

  items(): Place[] {
    const list = Array.isArray(this.value) ? this.value : [];
    return list.map((item, index) => new Place(item, below(this.path, index), this.#report));
  }

  entries(): [string, Place][] {
    return isMapping(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get given(): boolean {
    return this.value !== undefined && this.value !== null && this.value !== '';
  }

  /** Reports that a field of this mapping is missing, or empty. */
  needs(field: string): boolean {
    const place = this.at(field);
    const empty = !place.given || (Array.isArray(place.value) && place.value.length === 0);
    if (!empty) return true;
    const shownField = shownPath(place.path);
    if (this.#report.told.has(shownField)) return false;
    this.#report.told.add(shownField);
    this.#report.problems.push({ code: 'missing', path: this.path, field });
    return false;
  }

  says(text: string): void {
    this.#report.problems.push({ code: 'built-in', path: this.path, text });
  }
}

const checks: Readonly<Record<string, (object: Place) => void>> = {
  'v1/Service': checkService,
  'v1/Pod': (object) => checkPod(object.at('spec')),
  'v1/PersistentVolumeClaim': (object) => checkClaim(object.at('spec')),
  'v1/ConfigMap': checkData,
  'v1/Secret': checkData,
  'apps/v1/Deployment': checkWorkload,
  'apps/v1/ReplicaSet': checkWorkload,
  'apps/v1/DaemonSet': checkWorkload,
  'apps/v1/StatefulSet': checkStatefulSet,
  'batch/v1/Job': (object) => checkTemplate(object.at('spec', 'template')),
  'rbac.authorization.k8s.io/v1/Role': checkRole,
  'rbac.authorization.k8s.io/v1/ClusterRole': checkRole,
  'rbac.authorization.k8s.io/v1/RoleBinding': checkBinding,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': checkBinding,
  'networking.k8s.io/v1/NetworkPolicy': checkNetworkPolicy,
  'policy/v1/PodDisruptionBudget': checkBudget,
};

function checkPort(place: Place): void {
  const { value } = place;
  if (typeof value === 'number' && (value < 1 || value > 65_535))
    place.says(`a port lies between 1 and 65535, not at ${value}`);
}

function checkPortReference(place: Place): void {
  const { value } = place;
  if (typeof value === 'string') {
    if (value.length > 15 || !portName.test(value))
      place.says(
        `${shown(value)} cannot be the name of a port: at most 15 lower-case letters, digits and hyphens, at least one letter`,
      );
  } else checkPort(place);
}

function checkLabel(place: Place, what: string): void {
  const { text } = place;
  if (text === undefined || text === '' || (text.length <= 63 && label.test(text))) return;
  place.says(
    `${shown(text)} cannot be the name of ${what}: at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
  );
}

function checkLabels(place: Place): void {
  for (const [key, each] of place.entries()) {
    const fault = keyFault(key);
    if (fault) each.says(`${shown(key)} cannot be the key of a label: ${fault}`);
    const { text } = each;
    if (text !== undefined && (text.length > 63 || !labelValue.test(text)))
      each.says(`${shown(text)} cannot be the value of a label`);
  }
}

function checkSelector(place: Place): void {
  checkLabels(place.at('matchLabels'));
  for (const each of place.at('matchExpressions').items()) {
    const operator = each.at('operator').text;
    const values = each.at('values');
    const count = Array.isArray(values.value) ? values.value.length : 0;
    if (operator !== undefined && !['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator))
      each
        .at('operator')
        .says(`${shown(operator)} is no operator of a selector: In, NotIn, Exists or DoesNotExist`);
    if ((operator === 'In' || operator === 'NotIn') && count === 0) each.needs('values');
    if ((operator === 'Exists' || operator === 'DoesNotExist') && count > 0)
      values.says(`${operator} takes no values`);
  }
}

function checkService(object: Place): void {
  const spec = object.at('spec');
  const ports = spec.at('ports').items();
  const type = spec.at('type').text || 'ClusterIP';
  const headless = spec.at('clusterIP').text === 'None';
  if (ports.length === 0 && !headless && type !== 'ExternalName') spec.needs('ports');
  if (type === 'ExternalName') spec.needs('externalName');
  else if (headless && type !== 'ClusterIP')
    spec.at('clusterIP').says(`a Service of type ${type} cannot be headless`);
  checkLabels(spec.at('selector'));
  const address = spec.at('clusterIP');
  if (address.given && !headless && !/^[0-9a-fA-F.:]+$/.test(address.text ?? ''))
    address.says(`${shown(address.text ?? '')} is no IP address`);
  const seen = new Set<string>();
  for (const port of ports) {
    checkPort(port.at('port'));
    checkPort(port.at('nodePort'));
    if (port.at('targetPort').given) checkPortReference(port.at('targetPort'));
    if (ports.length > 1) port.needs('name');
    const { text } = port.at('name');
    checkLabel(port.at('name'), 'a port');
    if (text && seen.has(text)) port.at('name').says(`two ports have the name ${text}`);
    if (text) seen.add(text);
  }
}

function checkClaim(spec: Place): void {
  spec.needs('accessModes');
  for (const mode of spec.at('accessModes').items())
    if (!['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'].includes(mode.text ?? ''))
      mode.says(`${shown(mode.text ?? '')} is no access mode`);
  const storage = spec.at('resources', 'requests', 'storage');
  if (!storage.given) spec.says('the claim requests no storage: resources.requests.storage');
  else if (/^-|^0+(?:\.0*)?[A-Za-z]*$/.test(String(storage.value)))
    storage.says('the storage must be more than nothing');
  const name = spec.at('storageClassName');
  if (name.text && (name.text.length > 253 || !subdomain.test(name.text)))
    name.says(`${shown(name.text)} cannot be the name of a StorageClass`);
}

function checkData(object: Place): void {
  for (const field of ['data', 'binaryData', 'stringData']) {
    for (const [key, each] of object.at(field).entries()) {
      if (key.length > 253 || key === '.' || key.startsWith('..') || !/^[-._a-zA-Z0-9]+$/.test(key))
        each.says(`${shown(key)} cannot be a key: at most 253 letters, digits, -, _ and .`);
    }
  }
}

function checkWorkload(object: Place): void {
  const spec = object.at('spec');
  if (!isMapping(spec.value)) {
    object.needs('spec');
    return;
  }
  const replicas = spec.at('replicas');
  if (typeof replicas.value === 'number' && replicas.value < 0)
    replicas.says('the replicas may not be negative');
  checkMatch(spec);
  checkTemplate(spec.at('template'));
}

function checkStatefulSet(object: Place): void {
  checkWorkload(object);
  for (const claim of object.at('spec', 'volumeClaimTemplates').items()) checkClaim(claim.at('spec'));
}

/** The selector finds the pods of the template. */
function checkMatch(spec: Place): void {
  const selector = spec.at('selector');
  checkSelector(selector);
  const wanted = selector.at('matchLabels').entries();
  const expressions = selector.at('matchExpressions').items();
  if (isMapping(selector.value) && wanted.length === 0 && expressions.length === 0) {
    selector.says('a selector without labels is not possible here: it would select every pod');
    return;
  }
  if (!isMapping(spec.at('template').value)) return;
  const labels = spec.at('template', 'metadata', 'labels');
  for (const [key, each] of wanted) {
    if ((labels.at(key).text ?? '') === (each.text ?? '') && labels.at(key).value !== undefined) continue;
    const found = labels.at(key).text;
    each.says(
      `the selector asks for ${key}: ${each.text ?? ''}, the pods of the template have ${found === undefined ? `no label ${key}` : `${key}: ${found}`}`,
    );
  }
}

function checkTemplate(template: Place): void {
  if (!isMapping(template.value)) return;
  checkLabels(template.at('metadata', 'labels'));
  if (template.needs('spec')) checkPod(template.at('spec'));
}

function checkPod(spec: Place): void {
  if (!isMapping(spec.value)) return;
  spec.needs('containers');
  const change = spec.at('securityContext', 'fsGroupChangePolicy');
  if (change.text !== undefined && !['Always', 'OnRootMismatch'].includes(change.text))
    change.says(`${shown(change.text)} is no way to change the group of a volume: Always or OnRootMismatch`);
  const volumes = new Set<string>();
  for (const volume of spec.at('volumes').items()) {
    checkLabel(volume.at('name'), 'a volume');
    volumes.add(volume.at('name').text ?? '');
  }
  const names = new Set<string>();
  for (const container of [...spec.at('initContainers').items(), ...spec.at('containers').items()])
    checkContainer(container, names);
  for (const toleration of spec.at('tolerations').items()) {
    if (!toleration.at('key').given && toleration.at('operator').text !== 'Exists')
      toleration.says('a toleration without a key needs the operator Exists');
    if (toleration.at('operator').text === 'Exists' && toleration.at('value').given)
      toleration.at('value').says('a toleration with the operator Exists takes no value');
  }
}

function checkContainer(container: Place, names: Set<string>): void {
  const name = container.at('name');
  container.needs('name');
  container.needs('image');
  checkLabel(name, 'a container');
  if (name.text && names.has(name.text)) name.says(`two containers have the name ${name.text}`);
  names.add(name.text ?? '');
  const { text: image } = container.at('image');
  if (image && image.trim() !== image) container.at('image').says('the image has white space at an end');
  for (const port of container.at('ports').items()) {
    checkPort(port.at('containerPort'));
    checkPort(port.at('hostPort'));
    if (port.at('name').given) checkPortReference(port.at('name'));
  }
  for (const variable of container.at('env').items()) checkVariable(variable);
  for (const kind of ['requests', 'limits']) checkAmounts(container.at('resources', kind));
  for (const mount of container.at('volumeMounts').items()) mount.needs('mountPath');
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) checkProbe(container.at(probe));
}

function checkVariable(variable: Place): void {
  const name = variable.at('name');
  variable.needs('name');
  if (name.text && !/^[\x20-<>-~]+$/.test(name.text))
    name.says(`${shown(name.text)} cannot be the name of a variable`);
  if (variable.at('value').given && isMapping(variable.at('valueFrom').value))
    variable.at('valueFrom').says('a variable has either a value or valueFrom');
}

function checkAmounts(amounts: Place): void {
  for (const [, amount] of amounts.entries())
    if (String(amount.value ?? '').startsWith('-')) amount.says('an amount may not be negative');
}

function checkProbe(probe: Place): void {
  if (!isMapping(probe.value)) return;
  const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'].filter((handler) =>
    isMapping(probe.at(handler).value),
  );
  if (handlers.length === 0) probe.says('the probe has no exec, httpGet, tcpSocket or grpc');
  if (handlers.length > 1) probe.says(`the probe has ${handlers.join(' and ')}, and may have only one`);
  for (const handler of ['httpGet', 'tcpSocket'])
    if (isMapping(probe.at(handler).value) && probe.at(handler, 'port').given)
      checkPortReference(probe.at(handler, 'port'));
  for (const [key, each] of probe.entries())
    if (typeof each.value === 'number' && each.value < 0) each.says(`${key} may not be negative`);
}

function checkRole(object: Place): void {
  for (const rule of object.at('rules').items()) {
    if (!isMapping(rule.value)) continue;
    rule.needs('verbs');
    const urls = rule.at('nonResourceURLs').items().length > 0;
    if (urls) continue;
    rule.needs('apiGroups');
    rule.needs('resources');
  }
}

function checkBinding(object: Place): void {
  const everywhere = object.at('kind').text === 'ClusterRoleBinding';
  const role = object.at('roleRef');
  if (isMapping(role.value)) {
    for (const field of ['kind', 'name']) role.needs(field);
    const kind = role.at('kind');
    if (kind.given && !['Role', 'ClusterRole'].includes(kind.text ?? ''))
      kind.says(`${shown(kind.text ?? '')} is no kind of role: Role or ClusterRole`);
    const group = role.at('apiGroup');
    if (group.text !== undefined && group.text !== '' && group.text !== 'rbac.authorization.k8s.io')
      group.says(`${shown(group.text)} is not the group of roles: rbac.authorization.k8s.io`);
  }
  for (const subject of object.at('subjects').items()) {
    if (!isMapping(subject.value)) {
      if (subject.value === null) subject.says('a subject needs its kind and its name');
      continue;
    }
    subject.needs('name');
    const kind = subject.at('kind').text;
    if (kind !== undefined && !['User', 'Group', 'ServiceAccount'].includes(kind))
      subject.at('kind').says(`${shown(kind)} is no kind of subject: User, Group or ServiceAccount`);
    if (kind !== 'ServiceAccount') continue;
    if (everywhere) subject.needs('namespace');
    const name = subject.at('name');
    if (name.text && (name.text.length > 253 || !subdomain.test(name.text)))
      name.says(`${shown(name.text)} cannot be the name of a ServiceAccount`);
  }
}

function checkNetworkPolicy(object: Place): void {
  const spec = object.at('spec');
  checkSelector(spec.at('podSelector'));
  for (const [direction, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const rule of spec.at(direction).items()) {
      for (const port of rule.at('ports').items())
        if (port.at('port').given || port.at('port').value === 0) checkPortReference(port.at('port'));
      for (const peer of rule.at(peers).items()) checkPeer(peer);
    }
  }
  for (const type of spec.at('policyTypes').items())
    if (!['Ingress', 'Egress'].includes(type.text ?? ''))
      type.says(`${shown(type.text ?? '')} is no type of policy: Ingress or Egress`);
}

function checkPeer(peer: Place): void {
  if (!isMapping(peer.value)) return;
  checkSelector(peer.at('podSelector'));
  checkSelector(peer.at('namespaceSelector'));
  const block = peer.at('ipBlock');
  const selects = isMapping(peer.at('podSelector').value) || isMapping(peer.at('namespaceSelector').value);
  if (!isMapping(block.value) && !selects)
    peer.says('a peer needs a podSelector, a namespaceSelector or an ipBlock');
  if (!isMapping(block.value)) return;
  if (selects) block.says('an ipBlock stands alone in its peer');
  for (const place of [block.at('cidr'), ...block.at('except').items()])
    if (place.text !== undefined && !/^[0-9a-fA-F.:]+\/\d+$/.test(place.text))
      place.says(`${shown(place.text)} is no network such as 10.0.0.0/8`);
}

function checkBudget(object: Place): void {
  const spec = object.at('spec');
  checkSelector(spec.at('selector'));
  const [least, most] = [spec.at('minAvailable'), spec.at('maxUnavailable')];
  if (least.value !== undefined && most.value !== undefined)
    most.says('minAvailable and maxUnavailable exclude each other');
  for (const place of [least, most]) {
    if (typeof place.value === 'number' && place.value < 0) place.says('the number may not be negative');
    if (place.text !== undefined && !/^[0-9]+%$/.test(place.text))
      place.says(`${shown(place.text)} is neither a number nor a share such as 50%`);
  }
}
