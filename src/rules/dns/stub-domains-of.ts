import type { Field, ManifestSet } from '../../manifests/index.js';
import { placed } from './dns-objects.js';

/** The stub domains of one kube-dns. */
export interface StubDomains {
  readonly field: Field;
  /** Servers by zone; undefined when the text is not what kube-dns reads. */
  readonly domains: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The zones that kube-dns of any cluster forwards, as far as ConfigMaps of that name say it. */
export function stubDomainsOf(manifests: ManifestSet): StubDomains[] {
  const found: StubDomains[] = [];
  for (const { manifest } of placed(manifests, 'ConfigMap', '')) {
    if (manifest.namespace !== 'kube-system' || manifest.name !== 'kube-dns') continue;
    const field = manifest.root.at('data', 'stubDomains');
    if (field.text !== undefined) found.push({ field, domains: domainsIn(field.text) });
  }
  return found;
}

function domainsIn(text: string): StubDomains['domains'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const lists = Object.values(value);
  const right = lists.every(
    (list) => Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === 'string'),
  );
  return right ? (value as StubDomains['domains']) : undefined;
}
