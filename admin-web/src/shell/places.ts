/** The places of the console, in the order of a working day; a group is a stretch between two lines. */
export const PLACES: { name: string; title: string }[][] = [
  [
    { name: 'coverage', title: '覆盖' },
    { name: 'children', title: '儿童' },
    { name: 'pairing', title: '结对' },
    { name: 'requests', title: '认人' },
  ],
  [{ name: 'imports', title: '导入' }],
]
