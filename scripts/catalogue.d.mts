/** Ids of the rules that have a file, sorted. */
export function writtenRules(): string[];
/** `subnet-overlap` as the name of a constant. */
export function camelCase(text: string): string;
/** Source of the module that lists all rules by id. */
export function catalogueModule(): string;
