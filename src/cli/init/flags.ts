import type { Arguments } from '../command.js';
import { CannotRun } from '../io.js';
import type { Answers, ClusterAnswer, Provider } from './answers.js';
import { type Place, type Problem, problemOfCluster, problemOfValue } from './problem.js';

/**
 * What the options say.
 *
 * @throws CannotRun for a value that the language does not take
 */
export function answersFrom(options: Arguments['options']): Answers {
  const text = (option: string, place: Place = option as Place): string | undefined => {
    const value = options[option];
    if (typeof value !== 'string') return undefined;
    refuse(`--${option}`, problemOfValue(place, value));
    return value;
  };
  const given = options['cluster'];
  return {
    provider: text('provider') as Provider | undefined,
    name: text('name'),
    engine: text('engine'),
    clusters: clustersFrom(Array.isArray(given) ? given : []),
    apiServer: text('api-server', 'apiServer'),
    storageClass: text('storage-class', 'storageClass'),
    replicas: text('replicas'),
    database: text('database'),
    namespace: text('namespace'),
    rootPasswordSecret: text('root-password-secret', 'rootPasswordSecret'),
    size: text('size'),
    memory: text('memory'),
  };
}

/** The clusters of `--cluster`. */
export function clustersFrom(given: readonly string[]): ClusterAnswer[] {
  const clusters: ClusterAnswer[] = [];
  for (const text of given) {
    const [name = '', distribution, networkInterface, ...rest] = text.split(':');
    const option = text.includes(':') ? `--cluster ${JSON.stringify(text)}` : '--cluster';
    if (rest.length > 0) {
      throw new CannotRun(
        `${option} has more than three parts`,
        'write NAME, NAME:DISTRIBUTION or NAME:DISTRIBUTION:INTERFACE',
      );
    }
    refuse(option, problemOfCluster(name));
    if (distribution) refuse(option, problemOfValue('distribution', distribution));
    if (networkInterface) refuse(option, problemOfValue('networkInterface', networkInterface));
    if (clusters.some((cluster) => cluster.name === name)) {
      throw new CannotRun(
        `${option}: there is a cluster ${name} already`,
        'give each cluster a name of its own',
      );
    }
    clusters.push({
      name,
      distribution: distribution || undefined,
      networkInterface: networkInterface || undefined,
    });
  }
  return clusters;
}

function refuse(option: string, problem: Problem | undefined): void {
  if (problem) throw new CannotRun(`${option}: ${problem.reason}`, problem.remedy);
}
