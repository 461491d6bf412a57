import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { TypedApiObject } from './typed-object.js';

// Fields: k3s-io/helm-controller@061560f, pkg/crds/yaml/generated/helm.cattle.io_helmchartconfigs.yaml.

export interface HelmChartConfigProps {
  /** Name of the packaged chart it changes (`rke2-coredns`); namespace kube-system. */
  readonly metadata?: ApiObjectMetadata;
  /** What to change. */
  readonly spec: HelmChartConfigSpec;
}

export interface HelmChartConfigSpec {
  /** Helm values, as YAML text. A list in it replaces the chart's own list. */
  readonly valuesContent: string;
  /** Default reinstall, which takes the chart away first; for the cluster's DNS choose abort. Newer releases know retry too. */
  readonly failurePolicy?: 'abort' | 'reinstall' | undefined;
}

/** Changes the values of a chart that RKE2 or k3s installs. */
export class HelmChartConfig extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'helm.cattle.io/v1', kind: 'HelmChartConfig' };

  static manifest(props: HelmChartConfigProps) {
    return { ...HelmChartConfig.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: HelmChartConfigProps) {
    super(scope, id, HelmChartConfig.manifest(props));
  }
}
