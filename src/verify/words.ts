/** A text inside a message: short, on one line, never invisible. */
export function shown(text: string): string {
  if (text === '') return 'an empty text';
  const whole = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return /[\s\p{C}]/u.test(whole) ? JSON.stringify(whole) : whole;
}
