import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// A process of its own for each sheet: it may be stopped at any moment, and takes its memory with it.
const here = import.meta.dirname
const paper = await text(process.stdin)
const compiler = NodeCompiler.create({
  workspace: here,
  fontArgs: [{ fontPaths: [join(here, '../fonts')] }],
  inputs: { paper },
})
process.stdout.write(compiler.pdf({ mainFilePath: join(here, 'practice.typ') }))
