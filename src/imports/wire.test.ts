import type {
  IntOrString,
  KubeCronJobProps,
  KubeDeploymentProps,
  KubeNetworkPolicyProps,
  KubePodDisruptionBudgetProps,
  KubeServiceAccountProps,
  KubeServiceProps,
  KubeStatefulSetProps,
} from 'cdk8s-plus-28/lib/imports/k8s.js';
import { describe, expect, it } from 'vitest';
import coreKinds from '../verify/generated/core-kinds.json' with { type: 'json' };
import type { DeploymentProps, StatefulSetProps } from './apps.js';
import type { CronJobProps } from './batch.js';
import type { ServiceAccountProps, ServiceProps } from './core.js';
import { type CrdSchema, disagreements } from './disagreements.testing.js';
import type { NetworkPolicyProps } from './networking.js';
import type { PodDisruptionBudgetProps } from './policy.js';
import { KIND_SCHEMAS } from './schemas.js';

// Built-in kinds are typed by hand, too. Two others know them: the schemas that verify has from Kubernetes, and the types of
// cdk8s-plus-28. The first know names and types, and the second what Kubernetes 1.28 already had.

const { kinds, definitions } = coreKinds as unknown as {
  readonly kinds: { readonly [id: string]: { readonly schema: string; readonly namespaced?: boolean } };
  readonly definitions: { readonly [name: string]: CrdSchema };
};

const BUILT_IN = KIND_SCHEMAS.filter(({ apiVersion, kind }) => `${apiVersion}/${kind}` in kinds).map(
  (entry) => [`${entry.apiVersion}/${entry.kind}`, entry] as const,
);

describe('agreement with Kubernetes', () => {
  it('is asked of every built-in kind', () => {
    expect(BUILT_IN.map(([id]) => id)).toEqual([
      'apps/v1/Deployment',
      'apps/v1/StatefulSet',
      'batch/v1/CronJob',
      'networking.k8s.io/v1/NetworkPolicy',
      'policy/v1/PodDisruptionBudget',
      'v1/ConfigMap',
      'v1/Namespace',
      'v1/Service',
      'v1/ServiceAccount',
    ]);
  });

  it.each(BUILT_IN)('%s', (id, { kind, scope, schema }) => {
    const known = kinds[id];
    expect(scope).toBe(known?.namespaced ? 'Namespaced' : 'Cluster');
    expect(disagreements(schema, { $ref: known?.schema ?? '' }, `${kind} `, definitions)).toEqual([]);
  });
});

/** A type of cdk8s-plus as it goes over the wire: without its classes around numbers and texts, and with the API's names. */
type Wire<T> = T extends IntOrString
  ? number | string
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : T extends object
        ? { readonly [Key in keyof T as WireName<Key>]: Wire<T[Key]> | Absent<T, Key> }
        : T;

type Absent<T, Key extends keyof T> = Record<never, never> extends Pick<T, Key> ? undefined : never;

type WireName<Key> = Key extends 'clusterIp' ? 'clusterIP' : Key;

/** An interface has no index signature, but the type of the same members may stand where one is wanted. */
type Plain<T> = T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;

/** Never, unless the second may stand where the first is wanted. */
type Fits<Theirs, Ours> = Plain<Ours> extends Theirs ? true : never;

type Body<Props> = Omit<Props, 'metadata'>;

/** What we write, as far as cdk8s-plus-28 knows it, is what it would. */
interface Agreements {
  readonly statefulSet: Fits<Wire<Body<KubeStatefulSetProps>>, Body<StatefulSetProps>>;
  readonly deployment: Fits<Wire<Body<KubeDeploymentProps>>, Body<DeploymentProps>>;
  readonly cronJob: Fits<Wire<Body<KubeCronJobProps>>, Body<CronJobProps>>;
  readonly service: Fits<Wire<Body<KubeServiceProps>>, Body<ServiceProps>>;
  readonly serviceAccount: Fits<Wire<Body<KubeServiceAccountProps>>, Body<ServiceAccountProps>>;
  readonly budget: Fits<Wire<Body<KubePodDisruptionBudgetProps>>, Body<PodDisruptionBudgetProps>>;
  readonly networkPolicy: Fits<Wire<Body<KubeNetworkPolicyProps>>, Body<NetworkPolicyProps>>;
}

describe('agreement with cdk8s-plus-28', () => {
  it('is asked by the compiler', () => {
    const agreements: Agreements = {
      statefulSet: true,
      deployment: true,
      cronJob: true,
      service: true,
      serviceAccount: true,
      budget: true,
      networkPolicy: true,
    };
    expect(Object.values(agreements)).not.toContain(false);
  });

  it('sees a difference', () => {
    // @ts-expect-error a list, not a map
    const ports: Fits<Wire<KubeServiceProps>, { spec: { ports: { port: number } } }> = true;
    // @ts-expect-error a number, not a text
    const number: Fits<Wire<KubeServiceProps>, { spec: { ports: { port: string }[] } }> = true;
    // @ts-expect-error required there
    const missing: Fits<Wire<KubeServiceProps>, { spec: { ports: { name: string }[] } }> = true;
    const name: Fits<Wire<KubeServiceProps>, { spec: { clusterIP: 'None' } }> = true;
    expect([ports, number, missing, name]).toHaveLength(4);
  });
});
