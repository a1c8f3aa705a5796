import {
  type DOMOutputSpec,
  type MarkSpec,
  type Node,
  type NodeSpec,
  Schema,
} from 'prosemirror-model'

export type Align = 'left' | 'center' | 'right' | null

// All that a text may hold (app/domain/text/allow-list.server.ts), and nothing else. Drawn with the
// elements that readers will get; the directions are put on by directions.ts.
const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: '(text | image | hard_break)*',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: '(text | image)*',
    attrs: { level: { default: 2 } },
    defining: true,
    parseDOM: ['h3', 'h4', 'h5'].map((tag) => ({
      tag,
      getAttrs: (element: HTMLElement) => ({
        level: Number(element.dataset.level) || Number(tag[1]) - 2,
      }),
    })),
    toDOM: ({ attrs: { level } }) => [
      `h${Math.min((level as number) + 2, 5)}`,
      { 'data-level': level as number },
      0,
    ],
  },
  blockquote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  code_block: {
    group: 'block',
    content: 'text*',
    marks: '',
    attrs: { info: { default: '' } },
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  horizontal_rule: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr'],
  },
  bullet_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { tight: { default: true } },
    parseDOM: [{ tag: 'ul', getAttrs: tightness }],
    toDOM: ({ attrs }) => ['ul', looseMark(attrs.tight), 0],
  },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { start: { default: 1 }, tight: { default: true } },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (element) => ({
          ...tightness(element),
          start: (element as HTMLOListElement).start,
        }),
      },
    ],
    toDOM: ({ attrs }) => ['ol', { ...looseMark(attrs.tight), start: attrs.start as number }, 0],
  },
  list_item: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', { dir: 'auto' }, 0],
  },
  table: {
    group: 'block',
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: {
    content: '(table_header | table_cell)+',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  table_header: cell('th', 'header_cell'),
  table_cell: cell('td', 'cell'),
  image: {
    inline: true,
    attrs: { src: {}, alt: { default: '' }, title: { default: null } },
    draggable: true,
    parseDOM: [
      {
        tag: 'img[src]',
        getAttrs: (element) => ({
          src: element.getAttribute('src'),
          alt: element.getAttribute('alt') ?? '',
        }),
      },
    ],
    toDOM: drawImage,
  },
  hard_break: {
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  text: {},
} satisfies Record<string, NodeSpec>

// The first stands outermost where several begin together.
const marks = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
    toDOM: ({ attrs: { href } }) => [
      'a',
      SAFE.test(href as string) ? { href: href as string } : {},
      0,
    ],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
    toDOM: () => ['strong', 0],
  },
  em: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }],
    toDOM: () => ['em', 0],
  },
  del: {
    parseDOM: [{ tag: 'del' }, { tag: 's' }],
    toDOM: () => ['del', 0],
  },
  code: {
    code: true,
    parseDOM: [{ tag: 'code' }],
    toDOM: () => ['code', { dir: 'ltr' }, 0],
  },
} satisfies Record<string, MarkSpec>

// The server decides for readers; this keeps a script from standing under the writer's own hand.
const SAFE = /^(?:(?:https?|mailto):|[^:/?#]*(?:[/?#]|$))/i

/** What a text can be made of while it is written with its formatting shown. */
export const schema = new Schema({ nodes, marks })

function cell(tag: string, tableRole: string): NodeSpec {
  return {
    // A line of a Markdown table is one line.
    content: '(text | image)*',
    attrs: {
      align: { default: null },
      // What the table commands ask of a cell; Markdown has no cells over several columns.
      colspan: { default: 1 },
      rowspan: { default: 1 },
      colwidth: { default: null },
    },
    tableRole,
    isolating: true,
    parseDOM: [{ tag, getAttrs: (element) => ({ align: element.getAttribute('align') }) }],
    toDOM: ({ attrs: { align } }) => [
      tag,
      { dir: 'auto', ...((align as Align) ? { align: align as string } : {}) },
      0,
    ],
  }
}

function tightness(element: HTMLElement) {
  return { tight: !element.hasAttribute('data-loose') }
}

function looseMark(tight: unknown): Record<string, string> {
  return tight ? {} : { 'data-loose': '' }
}

// An image from elsewhere is a link for readers, and it is not fetched here either.
function drawImage({ attrs }: Node): DOMOutputSpec {
  const [src, alt] = [attrs.src as string, attrs.alt as string]
  if (src.startsWith('/files/')) return ['img', { src, alt }]
  return ['span', { class: 'rich-image' }, alt || src]
}
