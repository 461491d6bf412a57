import type { Findings, Span } from '../diagnostics/index.js';
import { findKindSchema } from '../imports/schemas.js';
import type { Manifest } from '../manifests/index.js';
import { nearest } from '../yaml/suggest.js';
import { CelCheck } from './cel/check.js';
import { Definitions, isDefinition } from './definitions.js';
import type { Kind } from './kind.js';
import { namespace, notChecked, notServed } from './kinds.js';
import { checkForeign, checkObject } from './object.js';
import { checkPartly } from './partly.js';

/** What is checked, and against what. */
export interface VerifyOptions {
  /** Objects that are checked. */
  readonly manifests: readonly Manifest[];
  /** CustomResourceDefinitions beside those among the manifests. */
  readonly definitions: readonly Manifest[];
}

/** Checks objects against the schemas of their kinds. Returns the places of what is refused. */
export function verifyManifests(
  { manifests, definitions: given }: VerifyOptions,
  findings: Findings,
): readonly Span[] {
  const definitions = new Definitions();
  for (const definition of given) if (isDefinition(definition)) definitions.add(definition, findings);
  for (const manifest of manifests) if (isDefinition(manifest)) definitions.add(manifest, findings);
  const run = new Verification(definitions, findings);
  for (const manifest of manifests) run.check(manifest);
  run.finish();
  return run.rejected;
}

interface Unchecked {
  readonly first: Manifest;
  readonly partly: boolean;
  count: number;
}

class Verification {
  readonly rejected: Span[] = [];
  readonly #definitions: Definitions;
  readonly #findings: Findings;
  readonly #cel = new CelCheck();
  readonly #unchecked = new Map<string, Unchecked>();
  readonly #withoutNamespace: Manifest[] = [];

  constructor(definitions: Definitions, findings: Findings) {
    this.#definitions = definitions;
    this.#findings = findings;
  }

  check(manifest: Manifest): void {
    const found = this.#definitions.find(manifest.apiVersion, manifest.kind);
    if (found && 'kind' in found) {
      this.#reject(checkObject(manifest.root, found.kind, this.#cel, this.#findings));
      this.#checkScope(manifest, found.kind);
      return;
    }
    this.#reject(checkForeign(manifest, this.#findings));
    if (found && 'served' in found) {
      this.#notServed(manifest, found.served);
      return;
    }
    const meant = found && nearest(manifest.kind, found.kinds);
    if (meant !== undefined) {
      const span = manifest.root.at('kind').span;
      this.rejected.push(span);
      this.#findings
        .report(notServed, 'kind', { apiVersion: manifest.apiVersion, kind: manifest.kind })
        .at(span)
        .fix(`did you mean ${meant}?`);
      return;
    }
    this.#leaveUnchecked(manifest);
  }

  /** One by one: a call takes no hundred thousand arguments. */
  #reject(places: readonly Span[]): void {
    for (const place of places) this.rejected.push(place);
  }

  #checkScope(manifest: Manifest, kind: Kind): void {
    if (kind.namespaced && manifest.namespace === undefined) this.#withoutNamespace.push(manifest);
    else if (!kind.namespaced && manifest.namespace)
      this.#findings
        .report(namespace, 'superfluous', { kind: kind.kind })
        .at(manifest.root.at('metadata', 'namespace').span)
        .fix('leave the namespace out');
  }

  #notServed({ root, apiVersion, kind }: Manifest, served: readonly string[]): void {
    const span = root.at('apiVersion').span;
    this.rejected.push(span);
    this.#findings
      .report(notServed, 'version', { apiVersion, kind, served: served.join(', ') })
      .at(span)
      .fix(`write it for ${served.at(-1) ?? ''}`);
  }

  #leaveUnchecked(manifest: Manifest): void {
    const key = `${manifest.apiVersion} ${manifest.kind}`;
    const known = this.#unchecked.get(key);
    const ours = findKindSchema(manifest.apiVersion, manifest.kind);
    if (ours) this.#reject(checkPartly(manifest, ours.schema, this.#findings));
    if (known) known.count += 1;
    else this.#unchecked.set(key, { first: manifest, partly: ours !== undefined, count: 1 });
  }

  /** Notes that stand for many objects. */
  finish(): void {
    for (const { first, partly, count } of this.#unchecked.values()) {
      this.#findings
        .report(notChecked, partly ? 'partly' : 'kind', {
          apiVersion: first.apiVersion,
          kind: first.kind,
          count,
        })
        .at(first.root.at('kind').span)
        .fix('give the folder of its CustomResourceDefinition: --crds DIR');
    }
    const [first, ...rest] = this.#withoutNamespace;
    if (first)
      this.#findings
        .report(namespace, 'missing', { kind: first.kind, name: first.name, more: rest.length })
        .at(first.root.at('metadata', 'name').span);
    this.#cel.report(this.#findings);
  }
}
