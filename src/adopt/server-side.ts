import { isMapping, type Mapping } from '../yaml/mapping.js';

/** What an API server, or a tool that applies manifests, writes beside what somebody said. */
const serverMetadata: readonly string[] = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
];

/** Metadata of controllers, in what a server printed only. */
const controllerMetadata: readonly string[] = ['finalizers', 'ownerReferences'];

const toolAnnotation =
  /^(?:kubectl\.kubernetes\.io\/(?:last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/.*|argocd\.argoproj\.io\/tracking-id|pv\.kubernetes\.io\/.*|openshift\.io\/sa\.scc\..*|updatedTimestamp)$/;

const toolLabel =
  /^(?:kubernetes\.io\/metadata\.name|argocd\.argoproj\.io\/instance|kustomize\.toolkit\.fluxcd\.io\/.*|kubeslice-project-namespace)$/;

/** An object without what no person said of it. */
export function withoutServerSide(object: Mapping, fromServer: boolean): Mapping {
  const { status: _status, metadata, ...rest } = object;
  if (!isMapping(metadata)) return metadata === undefined ? rest : { ...rest, metadata };
  const kept: Mapping = Object.create(null);
  for (const key of Object.keys(metadata)) {
    const value = metadata[key];
    if (serverMetadata.includes(key) || value === undefined) continue;
    if (fromServer && controllerMetadata.includes(key)) continue;
    if (key === 'annotations' && isMapping(value)) keepEntries(kept, key, value, toolAnnotation);
    else if (key === 'labels' && isMapping(value)) keepEntries(kept, key, value, toolLabel);
    else kept[key] = value;
  }
  return { ...rest, metadata: kept };
}

function keepEntries(target: Mapping, key: string, entries: Mapping, dropped: RegExp): void {
  const kept: Mapping = Object.create(null);
  for (const name of Object.keys(entries)) {
    if (!dropped.test(name)) kept[name] = entries[name] ?? null;
  }
  if (Object.keys(kept).length > 0) target[key] = kept;
}
