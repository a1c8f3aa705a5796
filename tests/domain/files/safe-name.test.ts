import { expect, test } from 'vitest'
import { MAX_NAME } from '#app/domain/files/files.limits.ts'
import { safeName } from '#app/domain/files/safe-name.ts'

test.each([
  ['report.pdf', 'pdf', 'report.pdf'],
  ['تقرير الميزانية المفتوحة.docx', 'docx', 'تقرير الميزانية المفتوحة.docx'],
  ['ⴰⵣⵓⵍ.png', 'png', 'ⴰⵣⵓⵍ.png'],
  ['Loi 113.14', 'pdf', 'Loi 113.14.pdf'],
  ['photo.pdf', 'png', 'photo.png'],
  ['report.pdf.exe', 'pdf', 'report.pdf'],
  ['/etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\Documents\\plan.jpeg', 'jpg', 'plan.jpg'],
  ['../../..', 'txt', 'file.txt'],
  ['.htaccess', 'txt', 'htaccess.txt'],
  ['', 'csv', 'file.csv'],
  ['a"b\'c;d.pdf', 'pdf', 'abcd.pdf'],
  ['a\r\nSet-Cookie: b.pdf', 'pdf', 'aSet-Cookie b.pdf'],
  ['a\u0000b\u007f.pdf', 'pdf', 'ab.pdf'],
  ['invoice\u202efdp.exe', 'txt', 'invoicefdp.txt'],
  ['\u2066a\u2069\u200f\u061c\ufeff.pdf', 'pdf', 'a.pdf'],
  ['a\ud800b.pdf', 'pdf', 'ab.pdf'],
  ['report.pdf\u0000.exe', 'pdf', 'report.pdf'],
  ['report.pdf:evil.exe', 'pdf', 'report.pdfevil.pdf'],
  ['..%2f..%2fetc%2fpasswd', 'txt', '2f..2fetc2fpasswd.txt'],
  ['..\\..\\windows\\win.ini', 'txt', 'win.txt'],
  ['page.html', 'txt', 'page.txt'],
  ['photo.svg', 'png', 'photo.png'],
  ['<img src=x onerror=alert(1)>.pdf', 'pdf', 'img src=x onerror=alert(1).pdf'],
  ['$(reboot).pdf', 'pdf', '$(reboot).pdf'],
  ['e\u0301tat  des   lieux .pdf', 'pdf', 'état des lieux.pdf'],
])('%j with the content of a %s is offered as %j', (name, extension, offered) => {
  expect(safeName(name, extension)).toBe(offered)
})

test('a long name is cut between letters and keeps its extension', () => {
  const name = safeName(`${'𝒜'.repeat(500)}.pdf`, 'pdf')
  expect([...name]).toHaveLength(MAX_NAME)
  expect(name).toMatch(/^𝒜+\.pdf$/u)
})

test('a name of a million dots or spaces is read to its end', () => {
  expect(safeName(`a${'. '.repeat(500_000)}b.pdf`, 'pdf')).toMatch(/^a.*\.pdf$/)
})
