/** Gives each name a number, in the order in which they come. */
export class Dictionary {
  readonly names: (string | null)[] = [null]
  private readonly numbers = new Map<string | null, number>([[null, 0]])

  number(name: string | null) {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /** The number of a name, or -1 when nothing has it. */
  find(name: string) {
    return this.numbers.get(name) ?? -1
  }
}
