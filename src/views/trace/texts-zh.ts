import type { TraceTexts } from './texts-en.ts';

export const zhHant: TraceTexts = {
  comma: '、',
  rule: (index) => `規則 ${index}`,
  tryIt: (what) => `試試 ${what}`,
  thenWins: '這樣一來，這個候選就會勝出。',
  thenTaken: (rule) => `這樣一來會符合，但 ${rule} 優先。`,
  change: {
    add: (what) => `加上 ${what}`,
    without: (what) => `去掉 ${what}`,
    use: (method) => `改用 ${method}`,
    fields: {
      path: '路徑',
      host: '主機',
      'grpc-service': '服務',
      'grpc-method': '方法',
      method: '',
      header: '',
      query: '',
    },
  },
};

export const zhHans: TraceTexts = {
  comma: '、',
  rule: (index) => `规则 ${index}`,
  tryIt: (what) => `试试 ${what}`,
  thenWins: '这样一来，这个候选就会胜出。',
  thenTaken: (rule) => `这样一来会匹配，但 ${rule} 优先。`,
  change: {
    add: (what) => `加上 ${what}`,
    without: (what) => `去掉 ${what}`,
    use: (method) => `改用 ${method}`,
    fields: {
      path: '路径',
      host: '主机',
      'grpc-service': '服务',
      'grpc-method': '方法',
      method: '',
      header: '',
      query: '',
    },
  },
};
