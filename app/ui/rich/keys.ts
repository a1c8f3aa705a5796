import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { addRowAfter, isInTable, nextCell, selectionCell } from 'prosemirror-tables'
import type { WritingWords } from '../writing-commands.ts'
import { commandOf } from './commands.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** The keys; the Tab key goes on to the next field, as everywhere. */
export function keys(words: WritingWords, askForLink: Command) {
  return [
    keymap({
      'Mod-b': commandOf('strong', words),
      'Mod-i': toggleMark(marks.em),
      'Mod-k': askForLink,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Shift-Mod-7': commandOf('numbers', words),
      'Shift-Mod-8': commandOf('list', words),
      'Shift-Mod-9': commandOf('quote', words),
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item),
      Enter: chainCommands(nextRow, splitListItem(nodes.list_item)),
      'Shift-Enter': chainCommands(nextRow, exitCode, hardBreak),
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
  ]
}

/** What is typed out of habit: `- `, `1. `, `> `, `## ` at the start of a line, `**word**` in it. */
export function typedSigns() {
  return inputRules({
    rules: [
      new InputRule(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, strongWords),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, ([, start]) => ({
        start: Number(start),
      })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, ([, signs]) => ({
        level: signs!.length,
      })),
    ],
  })
}

function strongWords(state: EditorState, match: RegExpMatchArray, from: number, to: number) {
  const strong = marks.strong.create()
  const words = schema.text(match[1]!, strong.addToSet(state.doc.resolve(from).marks()))
  return state.tr.replaceWith(from, to, words).removeStoredMark(strong)
}

// A cell is one line: Enter goes down the column, and makes a row after the last.
const nextRow: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  const below = nextCell(selectionCell(state), 'vert', 1)
  if (below) dispatch?.(state.tr.setSelection(TextSelection.near(below)).scrollIntoView())
  else if (addRowAfter(state, dispatch) && view) nextRow(view.state, view.dispatch)
  return true
}

const hardBreak: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const type = nodes.hard_break
  if (!$from.parent.canReplaceWith($from.index(), $to.indexAfter(), type)) return true
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView())
  return true
}
