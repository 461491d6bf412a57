import type { Findings } from '../diagnostics/index.js';
import type { Field, Manifest } from '../manifests/index.js';
import { coreKind, coreKindNames, isCoreGroup } from './core.js';
import type { Kind } from './kind.js';
import { badDefinition } from './kinds.js';
import { type Schema, schemaOf } from './schema.js';

const group = 'apiextensions.k8s.io';

/** Versions that API servers have beside the ones that are known here. */
const servedBeside: ReadonlySet<string> = new Set(['autoscaling/v1']);

/** What is known about an apiVersion and kind. */
export type Lookup =
  | { readonly kind: Kind }
  /** The kind is known, the version is not. */
  | { readonly served: readonly string[] }
  /** The apiVersion is known, the kind is not. */
  | { readonly kinds: readonly string[] }
  | undefined;

/** Whether an object defines a kind. */
export function isDefinition(manifest: Manifest): boolean {
  return manifest.kind === 'CustomResourceDefinition' && manifest.group === group;
}

/** The kinds that CustomResourceDefinitions make, and the built-in ones. */
export class Definitions {
  readonly #kinds = new Map<string, Kind>();
  readonly #served = new Map<string, string[]>();
  readonly #kindsOf = new Map<string, string[]>();

  add(manifest: Manifest, findings: Findings): void {
    if (manifest.apiVersion !== `${group}/v1`) {
      findings
        .report(badDefinition, 'oldVersion', { apiVersion: manifest.apiVersion })
        .at(manifest.root.at('apiVersion').span)
        .fix(`give the definition as ${group}/v1`);
      return;
    }
    const spec = manifest.root.at('spec');
    const ofGroup = spec.at('group').text;
    const kind = spec.at('names', 'kind').text;
    const versions = spec.at('versions').items();
    const missing = !ofGroup
      ? 'spec.group'
      : !kind
        ? 'spec.names.kind'
        : versions.length === 0
          ? 'spec.versions'
          : undefined;
    if (missing !== undefined || !ofGroup || !kind) {
      findings.report(badDefinition, 'missing', { field: missing ?? '' }).at(spec.span);
      return;
    }
    const namespaced = spec.at('scope').text !== 'Cluster';
    for (const version of versions) this.#addVersion(version, ofGroup, kind, namespaced);
  }

  #addVersion(version: Field, ofGroup: string, kind: string, namespaced: boolean): void {
    const name = version.at('name').text;
    if (!name || version.at('served').flag === false) return;
    const apiVersion = `${ofGroup}/${name}`;
    let compiled: Schema | undefined;
    this.#kinds.set(`${apiVersion}/${kind}`, {
      apiVersion,
      kind,
      namespaced,
      custom: true,
      statusApart: version.at('subresources', 'status').given,
      get schema() {
        compiled ??= schemaOf(version.at('schema', 'openAPIV3Schema').value);
        return compiled;
      },
    });
    addTo(this.#served, `${ofGroup}/${kind}`, apiVersion);
    addTo(this.#kindsOf, apiVersion, kind);
  }

  find(apiVersion: string, kind: string): Lookup {
    const known = this.#kinds.get(`${apiVersion}/${kind}`) ?? coreKind(apiVersion, kind);
    if (known) return { kind: known };
    const ofGroup = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const served = this.#served.get(`${ofGroup}/${kind}`);
    if (served) return { served };
    const builtIn = coreKindNames(ofGroup);
    if (isCoreGroup(ofGroup) && !servedBeside.has(apiVersion)) {
      const versions = builtIn.filter(([, name]) => name === kind).map(([version]) => version);
      if (versions.length > 0) return { served: versions };
    }
    const kinds =
      this.#kindsOf.get(apiVersion) ??
      builtIn.filter(([version]) => version === apiVersion).map(([, name]) => name);
    return kinds.length > 0 ? { kinds } : undefined;
  }
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const present = map.get(key);
  if (present) present.push(value);
  else map.set(key, [value]);
}
