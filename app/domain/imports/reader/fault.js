/**
 * @typedef {{ rows: number, columns: number, cell: number, text: number, unpacked: number, pages: number }} Limits
 * @typedef {{ number: number, cells: string[] }} Row
 * @typedef {{ columns: string[], rows: Row[], readAs: string, left: string[] }} TableContent
 * @typedef {{ blocks: Block[], pictures: number }} SheetContent
 * @typedef {{ as: 'heading', text: string } | { as: 'text', text: string, apart?: boolean } | { as: 'pair', label: string, text: string }} Block
 */

/** Why a file is not taken: the last word of a key in the locales. */
export class Fault extends Error {
  /** @param {string} fault */
  constructor(fault) {
    super(fault)
    this.fault = fault
  }
}
