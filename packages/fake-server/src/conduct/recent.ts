/** So much of each kind is remembered; the oldest is forgotten first. */
const CAPACITY = 10_000;

/** A map that does not grow without end. */
export class Recent<V> extends Map<string, V> {
  override set(key: string, value: V): this {
    super.set(key, value);
    if (this.size > CAPACITY) {
      const oldest = this.keys().next();
      if (!oldest.done) this.delete(oldest.value);
    }
    return this;
  }
}
