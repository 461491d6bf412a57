import type { AlteredObject, ChangeSubject, ObjectChange, OutputObject } from '../../changes/index.js';

/** StatefulSets that stay what they are to the API server, with other values. */
export function changedSets(change: ChangeSubject): AlteredObject[] {
  return change
    .of('StatefulSet', 'apps')
    .filter((object): object is AlteredObject => object.kind === 'changed' && object.fields.length > 0);
}

/** What tells a database from the others: of any of its objects, by the label that all have. */
export function databaseKey({ cluster, manifest }: OutputObject): string {
  const name = manifest.root.at('metadata', 'labels', 'app.kubernetes.io/instance').text ?? manifest.name;
  return `${cluster}\n${manifest.namespace ?? ''}\n${name}`;
}

/** What becomes of the arbitrators, by database. */
export function arbitratorChanges(change: ChangeSubject): ReadonlyMap<string, ObjectChange> {
  return new Map(
    change
      .of('Deployment', 'apps')
      .filter(({ after, before }) => isArbitrator(after ?? before))
      .map((object) => [databaseKey(object.after ?? object.before), object]),
  );
}

/** The databases that have an arbitrator, on one side. */
export function arbitrated(change: ChangeSubject, side: 'before' | 'after'): ReadonlySet<string> {
  return new Set(change.objectsOf(side, 'Deployment', 'apps').filter(isArbitrator).map(databaseKey));
}

function isArbitrator(object: OutputObject | undefined): boolean {
  return object?.manifest.root.at('metadata', 'labels', 'app.kubernetes.io/component').text === 'arbitrator';
}

/** The members that a StatefulSet asks for. */
export function membersOf({ manifest }: OutputObject): number {
  return manifest.root.at('spec', 'replicas').number ?? 1;
}

/** The image of the server, in a StatefulSet. */
export function imageOf({ manifest }: OutputObject): string {
  const container = manifest.root
    .at('spec', 'template', 'spec', 'containers')
    .items()
    .find((each) => each.at('name').text === 'mariadb');
  return container?.at('image').text ?? '';
}

/** The value of a variable of the server’s container; undefined where it is not given. */
export function variableOf({ manifest }: OutputObject, name: string): string | undefined {
  const container = manifest.root
    .at('spec', 'template', 'spec', 'containers')
    .items()
    .find((each) => each.at('name').text === 'mariadb');
  return container
    ?.at('env')
    .items()
    .find((each) => each.at('name').text === name)
    ?.at('value').text;
}

/** Size and class of the claims of each member. */
export function claimsOf({ manifest }: OutputObject): {
  readonly size: string | undefined;
  readonly storageClass: string | undefined;
} {
  const spec = manifest.root.at('spec', 'volumeClaimTemplates', 0, 'spec');
  const size = spec.at('resources', 'requests', 'storage').value;
  return {
    size: size === undefined ? undefined : String(size),
    storageClass: spec.at('storageClassName').text,
  };
}
