/** A change that names one thing at the least: a change of nothing is a mistake of whoever asks for it. */
export type AtLeastOne<T> = {
  [Name in keyof T]-?: T & { readonly [One in Name]-?: Exclude<T[One], undefined> };
}[keyof T];
