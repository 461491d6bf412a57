import type { DiagnosticDefinition } from '../../diagnostics/index.js';
import type { FindingPage } from '../../report/explain.js';

/** What is known about a kind of finding. */
export function findingPage({ id, severity, why, source, messages }: DiagnosticDefinition): FindingPage {
  return {
    kind: 'finding',
    id,
    severity,
    messages: Object.values(messages).flatMap((template) => messageOf(template) ?? []),
    why,
    ...(source === undefined ? {} : { source }),
  };
}

/** The text of a template with the names of its parameters in place of values: `<cluster> has no networkInterface`. */
function messageOf(template: (parameters: never) => string): string | undefined {
  try {
    const text = template(new Proxy({}, { get: (_, name) => placeholder(`<${String(name)}>`) }) as never);
    // A template that is nothing but a parameter says nothing.
    return /^<[^<>]*>$/.test(text) ? undefined : text;
  } catch {
    // A template that needs real values, to compute with them for instance.
    return undefined;
  }
}

/** Stands for any value in a template: prints as its name, and as that whatever is done with it, such as join. */
function placeholder(name: string): unknown {
  const self: unknown = new Proxy(() => self, {
    get(_, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return () => name;
      if (key === Symbol.iterator) return () => [self].values();
      return self;
    },
  });
  return self;
}
