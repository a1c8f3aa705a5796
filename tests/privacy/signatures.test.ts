import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesUnder } from '#tests/support/sources.ts'
import { CONTENT } from './doors.ts'

// Who is asking, or an id that a door has given to somebody who asked.
const DOOR = /\b(?:Viewer|SignedIn|ReadableId|FoundPractice|FoundSpace|ModeratedItem)\b/

// Where nobody asks, each with the reason. The search index keeps a rule of its own.
const NOBODY: Record<string, string> = {
  listFigures: 'the yearly figures: counts as a visitor',
  listPublicItems: 'the sitemap: reads as a visitor',
  listFollowers: 'gives people, each of whom is then asked as a reader',
  listTopicFollowers: 'the same',
  listTold: 'the same',
  nextTelling: 'gives ids to a job',
  findTelling: 'gives what there is to tell; whoever is told is then asked as a reader',
  mentioned: 'asks as each person who is named',
  readersAmong: 'asks as each of them',
  queueDailyMails: 'whether anything is unread; what, is asked as its reader when it is sent',
  loadSample: 'writes the sample, which is for all',
  removeCanaries: 'at the start and after a privacy check: removes its own, gives a number',
  saveRevision: 'inside a change: gives nothing',
  renderAgain: 'at the start: gives a number',
  openAttestation: 'by the secret of a link, and then as whoever sent it',
  attest: 'the same',
  sendBack: 'the same',
  maySend: 'asks as the reader of the mail',
  restate: 'inside a change: gives nothing',
  askAdopters: 'asks as each holder of the seat',
  askSeat: 'the same',
  askWhetherRunning: 'the same',
  remindPresenters: 'the same',
  recountReplies: 'inside a change: gives nothing',
  claimFiles: 'inside a change: gives nothing, and takes only the writer’s own',
  indexTagged: 'after a merge of tags: gives nothing',
}

test('no function of the domain reads content without a viewer or an id that a viewer has found', () => {
  const blind = filesUnder(['app/domain'])
    .filter((file) => file.endsWith('.server.ts') && !file.startsWith('app/domain/search/'))
    .flatMap(blindReadersIn)
  expect(blind.sort()).toEqual(Object.keys(NOBODY).sort())
})

function blindReadersIn(file: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)
  const functions = source.statements.filter(ts.isFunctionDeclaration)
  const doors = source.statements
    .filter((one) => ts.isTypeAliasDeclaration(one) && DOOR.test(one.getText()))
    .map((one) => (one as ts.TypeAliasDeclaration).name.text)
  return functions
    .filter((one) => one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter(({ parameters }) => parameters[0]?.type?.getText() === 'Db')
    .filter(({ parameters }) => !parameters.some((one) => isDoor(one, doors)))
    .filter((one) => reads(withHelpers(one, functions)))
    .map((one) => one.name!.text)
}

function isDoor(parameter: ts.ParameterDeclaration, named: string[]) {
  const type = parameter.type?.getText() ?? ''
  return DOOR.test(type) || named.some((name) => new RegExp(`\\b${name}\\b`).test(type))
}

// The function with those of its file that it calls, and those that they call.
function withHelpers(one: ts.FunctionDeclaration, all: ts.FunctionDeclaration[]): string {
  const rest = all.filter((other) => other !== one)
  const called = rest.filter(({ name }) => new RegExp(`\\b${name!.text}\\(`).test(one.getText()))
  return [one.getText(), ...called.map((helper) => withHelpers(helper, rest))].join('\n')
}

function reads(code: string) {
  const table = `(?:${CONTENT.join('|')})\\b`
  return new RegExp(`(?:selectFrom|Join)\\('${table}|\\b(?:from|join) ${table}`).test(code)
}
