import { describe, expect, test } from 'vitest';
import { found, thingDefinition } from './testing.js';

const object = (apiVersion: string, kind: string, more = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a${more} }\n`;

describe('kinds', () => {
  test('that are not known are named once, with their number', () => {
    expect(found(`${object('example.org/v1', 'Thing')}---\n${object('example.org/v1', 'Thing')}`)).toEqual([
      '2:7 info kind-not-checked: 2 objects of example.org/v1 Thing were not checked against a schema (give the folder of its CustomResourceDefinition: --crds DIR)',
    ]);
  });

  test('that dbspan writes are checked in their types alone', () => {
    const content = `${object('kubedb.com/v1', 'MariaDB')}spec: { replicas: x, podTemplate: [], unknown: 1 }\n`;
    expect(found(content).map((line) => line.replace(/ \(.*/, ''))).toEqual([
      '2:7 info kind-not-checked: an object of kubedb.com/v1 MariaDB was checked only in the types of the fields that dbspan writes',
      '4:19 error type: `spec.replicas` is the text "x", expected a whole number',
      '4:35 error type: `spec.podTemplate` is a list, expected a mapping',
    ]);
  });

  test('that dbspan writes take a quantity as a number, too', () => {
    const content = `${object('kubedb.com/v1', 'MariaDB')}spec: { storage: { resources: { requests: { storage: 1000 } } }, version: [] }\n`;
    expect(found(content).filter((line) => line.includes('error'))).toEqual([
      expect.stringContaining('error type: `spec.version` is a list, expected a text'),
    ]);
  });

  test('that dbspan writes take a percentage where it writes a number', () => {
    const head = object('k8s.mariadb.com/v1alpha1', 'MariaDB');
    const [percentage, flag] = ['50%', 'true'].map(
      (value) => `${head}spec: { podDisruptionBudget: { minAvailable: ${value} } }\n`,
    );
    expect(found(`${percentage}---\n${flag}`).filter((line) => line.includes('error'))).toEqual([
      '9:46 error type: `spec.podDisruptionBudget.minAvailable` is true, expected a whole number or text',
    ]);
  });

  test('of another version or with a misspelt name are refused', () => {
    const definition = thingDefinition('{ type: object }');
    expect(found(object('example.org/v2', 'Thing'), definition)).toEqual([
      '1:13 error not-served: there is no Thing in example.org/v2; it is served as example.org/v1 (write it for example.org/v1)',
    ]);
    expect(found(object('example.org/v1', 'Thingy'), definition)).toEqual([
      '2:7 error not-served: there is no kind Thingy in example.org/v1 (did you mean Thing?)',
    ]);
    expect(found(object('extensions/v1beta1', 'Ingress'))).toHaveLength(1);
    expect(found(object('autoscaling/v1', 'HorizontalPodAutoscaler'))[0]).toMatch(
      /^2:7 info kind-not-checked/,
    );
  });

  test('are known by the definitions among the manifests, too', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.org }
spec:
  group: example.org
  scope: Cluster
  names: { kind: Thing, plural: things }
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
`;
    expect(found(`${crd}---\n${object('example.org/v1', 'Thing', ', namespace: b')}spec: {}\n`)).toEqual([
      '12:33 info namespace: a Thing stands in no namespace; this one is dropped (leave the namespace out)',
      '13:1 error unknown-field: `spec` is not a field of Thing',
    ]);
  });

  test('whose definition is old or empty are told', () => {
    expect(found(object('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition'))[0]).toMatch(
      /^1:13 error bad-definition: .* since Kubernetes 1.22/,
    );
    expect(found(object('apiextensions.k8s.io/v1', 'CustomResourceDefinition')).join()).toMatch(
      /has no usable spec.group/,
    );
  });
});

describe('metadata', () => {
  const findings = (metadata: string): string[] =>
    found(`apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\n`).filter(
      (line) => !line.includes('info'),
    );

  test.each([
    ['{ name: Upper }', '3:19 error name: Upper cannot be the name of a ConfigMap'],
    ['{ name: a, namespace: a.b }', '3:33 error name: a.b cannot be a namespace'],
    ['{ name: a, labels: { "-x": z } }', '3:32 error metadata: -x cannot be the key of a label'],
    ['{ name: a, labels: { x: "a b" } }', '3:35 error metadata: "a b" cannot be the value of a label'],
    ['{ name: a, labels: { x: yes } }', '3:35 error type: `metadata.labels.x` is true, expected text'],
    [
      '{ name: a, annotations: { a/b/c: d } }',
      '3:37 error metadata: a/b/c cannot be the key of an annotation',
    ],
    ['{ name: a, lables: {} }', '3:22 error unknown-field: `lables` is not a field of metadata'],
    ['{ name: a, finalizers: ["x y"] }', '3:35 error metadata: "x y" cannot be a finalizer'],
    [
      '{ name: a, ownerReferences: [{ apiVersion: v1, kind: X, name: x }] }',
      '3:40 error required: metadata.ownerReferences[0] lacks `uid`',
    ],
  ])('%s', (metadata, expected) => {
    const [first = '', ...rest] = findings(metadata);
    expect(rest).toEqual([]);
    expect(first.startsWith(expected)).toBe(true);
  });

  test('leaves good ones alone', () => {
    expect(
      findings(
        '{ name: a.b-c, labels: { app.kubernetes.io/name: "x_Y.z", empty: "" }, annotations: { X.y/Z: "any thing" } }',
      ),
    ).toEqual([]);
  });

  test('a name that is no text is one finding', () => {
    expect(findings('{ name: 5 }')).toEqual([
      '3:19 error incomplete: metadata.name must be text (put it between quotes: "5")',
    ]);
  });
});

describe('built-in kinds', () => {
  const pod = (container: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: b }\nspec: { containers: [${container}] }\n`;

  test.each([
    ['{ name: a, image: b }', undefined],
    [
      '{ name: a, image: b, ports: [{ containerPort: 70000 }] }',
      '4:68 error built-in: a port lies between 1 and 65535, not at 70000',
    ],
    [
      '{ name: a, image: b, env: [{ name: x, value: 5 }] }',
      '4:67 error type: `spec.containers[0].env[0].value` is the number 5, expected text (put it between quotes: "5")',
    ],
    [
      '{ name: a, image: b, resources: { limits: { memory: 1gb } } }',
      '4:74 error format: `spec.containers[0].resources.limits.memory` is the text "1gb", which is not a quantity such as 500m or 20Gi',
    ],
    [
      '{ name: a, image: b, imagePullPolicy: never }',
      '4:60 error enum: `spec.containers[0].imagePullPolicy` cannot be the text "never" (did you mean Never? it takes Always, IfNotPresent, Never)',
    ],
    [
      '{ name: a, image: b, livenessProbe: { periodSeconds: 5 } }',
      '4:58 error built-in: the probe has no exec, httpGet, tcpSocket or grpc',
    ],
    [
      '{ name: a, image: b, volumemounts: [] }',
      '4:43 error unknown-field: `volumemounts` is not a field of spec.containers[0] (did you mean volumeMounts?)',
    ],
  ])('%s', (container, expected) => {
    expect(found(pod(container))).toEqual(expected === undefined ? [] : [expected]);
  });

  test('need what their pods need', () => {
    expect(found(pod('{ name: a }'))).toEqual(['4:22 error required: spec.containers[0] lacks `image`']);
    expect(
      found('apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: b }\nspec: { containers: [] }\n'),
    ).toEqual(['4:1 error required: spec lacks `containers`']);
  });

  test('a workload without a spec, a group change of no kind, and a peer with a label that is none', () => {
    expect(
      found('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a, namespace: b }\nspec: null\n'),
    ).toEqual(['1:1 error required: Deployment lacks `spec`']);
    const group = pod('{ name: a, image: b }').replace(
      'spec: {',
      'spec: { securityContext: { fsGroupChangePolicy: "" },',
    );
    expect(found(group)).toEqual([
      '4:49 error built-in: an empty text is no way to change the group of a volume: Always or OnRootMismatch',
    ]);
    const peer = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: a, namespace: b }
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: a b } } }] }] }
`;
    expect(found(peer)).toEqual(['4:82 error built-in: "a b" cannot be the value of a label']);
  });

  test('a selector that finds no pod of the template', () => {
    const content = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: a, namespace: b }
spec:
  serviceName: a
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: b } }, spec: { containers: [{ name: a, image: b }] } }
`;
    expect(found(content)).toEqual([
      '6:35 error built-in: the selector asks for app: a, the pods of the template have app: b',
    ]);
  });
});
