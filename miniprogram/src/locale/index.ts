export { zhCN as t } from './zh-CN'
