import { resolve, schemaAt } from '../../topology/schema.js';
import { type Answers, complete } from './answers.js';
import type { Dialogue } from './dialogue.js';
import {
  type Place,
  type Problem,
  places,
  problemOfFile,
  problemOfNumber,
  problemOfValue,
} from './problem.js';

type Field = Exclude<keyof Answers, 'clusters'>;

type Further = (answer: string | undefined) => Problem | undefined;

/** Asks for fields of the language, and keeps the answers. */
export class Questions {
  readonly #dialogue: Dialogue;
  #answers: Answers;

  constructor(dialogue: Dialogue, answers: Answers) {
    this.#dialogue = dialogue;
    this.#answers = answers;
  }

  /** What is known by now. */
  get answers(): Answers {
    return this.#answers;
  }

  keep(more: Partial<Answers>): void {
    this.#answers = { ...this.#answers, ...more };
  }

  /** Asks for what one field of the answers holds, unless it is known. */
  async field(field: Field, text: string, standard: string, hint?: string): Promise<void> {
    if (this.#answers[field] !== undefined) return;
    const answer = await this.ask(
      field,
      text,
      standard,
      (value) => this.problemWith({ [field]: value }),
      hint,
    );
    this.keep({ [field]: answer });
  }

  /** Asks for what the language describes: its own rules come first, then those about the whole file. */
  ask(
    place: Place,
    text: string,
    standard: string,
    further: Further,
    hint?: string,
    problemOf: (answer: string) => Problem | undefined = (answer) => problemOfValue(place, answer),
  ): Promise<string | undefined> {
    const node = schemaAt(places[place]);
    const { description, enum: choices } = node ? resolve(node) : {};
    return this.#dialogue.ask({
      text: choices && choices.length < 4 ? `${text} (${choices.join(', ')})` : text,
      standard,
      explanation: choices ? `${description} One of ${choices.join(', ')}.` : description,
      choices,
      ...(hint === undefined ? {} : { hint }),
      problem: (answer) => (answer === undefined ? undefined : problemOf(answer)) ?? further(answer),
    });
  }

  /** Asks for a number that the file does not hold as such. */
  async number(
    text: string,
    standard: number,
    most: number,
    hint: string,
    explanation: string,
  ): Promise<number> {
    const answer = await this.#dialogue.ask({
      text,
      standard: String(standard),
      hint,
      explanation,
      problem: (given) => (given === undefined ? undefined : problemOfNumber(given, 1, most)),
    });
    return answer === undefined ? standard : Number(answer);
  }

  /** What an answer spoils. What was spoilt before is not its fault, and cannot be repaired by asking for it again. */
  problemWith(more: Partial<Answers>): Problem | undefined {
    const problem = problemOfFile(complete({ ...this.#answers, ...more }));
    return problem && problem.reason !== problemOfFile(complete(this.#answers))?.reason ? problem : undefined;
  }
}
