// Takes the one weight the captions use out of the package, with its licence beside it.
import { copyFileSync, mkdirSync } from 'node:fs'

const from = 'node_modules/@expo-google-fonts/noto-sans-sc/'
mkdirSync('dist', { recursive: true })
copyFileSync(from + '500Medium/NotoSansSC_500Medium.ttf', 'dist/NotoSansSC_500Medium.ttf')
copyFileSync(from + 'LICENSE_FONT', 'dist/OFL.txt')
