import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosticDefinition } from '../../diagnostics/index.js';
import type { FindingPage } from '../../report/explain.js';
import type { Rule } from '../../rules/rule.js';

/**
 * What is known about a kind of finding.
 *
 * @param documentation folder of the documentation, which has a page for every rule
 */
export function findingPage(definition: DiagnosticDefinition, documentation: string): FindingPage {
  const { id, severity, why, source, messages } = definition;
  const page = pageOf(id, documentation);
  return {
    kind: 'finding',
    id,
    severity,
    ...(verifyAlone(definition) ? { verifyAlone: true } : {}),
    ...(id.startsWith('size/') ? { checkAlone: true } : {}),
    messages: Object.values(messages).flatMap((template) => messageOf(template) ?? []),
    why,
    ...(source === undefined ? {} : { source }),
    ...(page === undefined ? {} : { page }),
  };
}

/** Whether `dbspan verify` alone finds it, which writes nothing. */
function verifyAlone(definition: DiagnosticDefinition): boolean {
  if (definition.id.startsWith('manifest/')) return true;
  return 'stages' in definition && (definition as Rule).stages.every((stage) => stage === 'manifests');
}

/** The page of a rule without what the rest says: title, comment, severity. Undefined for what is no rule. */
function pageOf(id: string, documentation: string): string | undefined {
  try {
    const text = readFileSync(join(documentation, 'rules', `${id}.md`), 'utf8');
    return text.replace(/^<!--.*-->\n\n/m, '').replace(/^\*\*(?:error|warning|info)\*\* .*\n\n/m, '');
  } catch {
    return undefined;
  }
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
