/** Words end at a space, where capitals begin, and where letters, digits and other characters meet. */
const WORDS = /\p{Lu}*\p{Ll}+|\p{Lu}+|[\p{L}\p{M}]+|\p{N}+/gu;

/** The words of a text, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORDS)?.map((word) => word.toLowerCase()) ?? [];
}

/**
 * A test for texts in which every one of the words begins a word. A directory is searched with it object by object: as
 * long as a text is plain Latin, it is read letter by letter, and nothing is made of it.
 *
 * @param words - as {@link wordsOf} gives them
 */
export function beginningWords(words: readonly string[]): (text: string) => boolean {
  return (text) =>
    words.every((word) => beginsAWord(text, word) ?? wordsOf(text).some((one) => one.startsWith(word)));
}

/** What a character is, as far as the ends of words go. */
type Kind = typeof NOTHING | typeof CAPITAL | typeof SMALL | typeof LETTER | typeof DIGIT;
const [NOTHING, CAPITAL, SMALL, LETTER, DIGIT] = [0, 1, 2, 3, 4] as const;

/** Each of these has a lower case of one character, wherever it stands. */
const LATIN = 256;
const KINDS = new Uint8Array(LATIN);
const LOWER = new Uint8Array(LATIN);
for (let code = 0; code < LATIN; code++) {
  const character = String.fromCharCode(code);
  KINDS[code] = kindOf(character);
  LOWER[code] = character.toLowerCase().charCodeAt(0);
}

function kindOf(character: string): Kind {
  if (/\p{Lu}/u.test(character)) return CAPITAL;
  if (/\p{Ll}/u.test(character)) return SMALL;
  if (/\p{L}/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : NOTHING;
}

/** Whether a word of the text begins so; `undefined` where a character beyond Latin comes up before that is known. */
function beginsAWord(text: string, wanted: string): boolean | undefined {
  let before = NOTHING as Kind;
  let had = ANOTHER;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= LATIN) return undefined;
    const kind = KINDS[code] as Kind;
    const isSameWord = goesOn(before, kind);
    had = nextOf(wanted, isSameWord ? had : 0, code);
    if (had === wanted.length) return true;
    before = isSameWord && before === LETTER ? LETTER : kind;
  }
  return false;
}

/** In place of how much of what is wanted a word has had so far: it is another word. */
const ANOTHER = -1;

function nextOf(wanted: string, had: number, code: number): number {
  return had !== ANOTHER && LOWER[code] === wanted.charCodeAt(had) ? had + 1 : ANOTHER;
}

/** Whether a character belongs to the word of the one before it. What began with letters of no case takes every letter. */
function goesOn(before: Kind, kind: Kind): boolean {
  switch (before) {
    case NOTHING:
      return kind === NOTHING;
    case CAPITAL:
      return kind === CAPITAL || kind === SMALL;
    case SMALL:
      return kind === SMALL;
    case LETTER:
      return kind === CAPITAL || kind === SMALL || kind === LETTER;
    case DIGIT:
      return kind === DIGIT;
  }
}
