import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Wave } from '../plan/index.js';

/** The objects of one wave on one cluster. */
export class WaveChart extends Chart {
  readonly cluster: string;
  readonly wave: Wave;

  constructor(scope: Construct, cluster: string, wave: Wave) {
    super(scope, wave, { disableResourceNameHashes: true });
    this.cluster = cluster;
    this.wave = wave;
  }
}

/** Makes the charts of a program on first need: one per cluster and wave, below a construct per cluster. */
export class Charts {
  readonly #scope: Construct;
  readonly #clusters = new Map<string, Construct>();
  readonly #charts = new Map<string, WaveChart>();

  /** @param scope an App, or any construct of one */
  constructor(scope: Construct) {
    this.#scope = scope;
  }

  of(cluster: string, wave: Wave): WaveChart {
    const key = `${cluster}/${wave}`;
    let chart = this.#charts.get(key);
    if (!chart) {
      chart = new WaveChart(this.#clusterScope(cluster), cluster, wave);
      this.#charts.set(key, chart);
    }
    return chart;
  }

  /** The charts made so far, in the order they were first needed. */
  list(): WaveChart[] {
    return [...this.#charts.values()];
  }

  #clusterScope(cluster: string): Construct {
    let scope = this.#clusters.get(cluster);
    if (!scope) {
      scope = new Construct(this.#scope, cluster);
      this.#clusters.set(cluster, scope);
    }
    return scope;
  }
}
