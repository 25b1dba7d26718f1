import type { ExplainLanguage } from './languages.ts';

/** The words for the requests of a class. `{…}` is replaced by code or by other words. */
export interface ConditionWords {
  readonly every: Readonly<Record<'any' | 'http' | 'grpc' | 'tls' | 'tcp' | 'udp', string>>;
  /** Requests of one protocol only. */
  readonly only: Readonly<Record<'http' | 'grpc' | 'tls' | 'tcp' | 'udp', string>>;
  readonly path: string;
  readonly method: string;
  readonly header: string;
  readonly query: string;
  readonly host: string;
  readonly service: string;
  readonly call: string;
  /** A value that matches a pattern. `{part}` names the part of the request. */
  readonly pattern: string;
  readonly except: string;
  /** An exception after another one. */
  readonly furtherExcept: string;
  readonly without: string;
  readonly example: string;
  readonly comma: string;
  readonly or: string;
}

const EN: ConditionWords = {
  every: {
    any: 'every request',
    http: 'every HTTP request',
    grpc: 'every gRPC call',
    tls: 'every TLS connection',
    tcp: 'every TCP connection',
    udp: 'every UDP packet',
  },
  only: {
    http: 'HTTP, {rest}',
    grpc: 'gRPC, {rest}',
    tls: 'TLS, {rest}',
    tcp: 'TCP, {rest}',
    udp: 'UDP, {rest}',
  },
  path: 'path {value}',
  method: 'method {value}',
  header: 'header {value}',
  query: 'query {value}',
  host: 'host {value}',
  service: 'service {value}',
  call: 'method {value}',
  pattern: '{part} matching {value}',
  except: ' except {rest}',
  furtherExcept: ', except {rest}',
  without: ', without {rest}',
  example: 'for example {rest}',
  comma: ', ',
  or: '; ',
};

const ZH_HANT: ConditionWords = {
  every: {
    any: '所有請求',
    http: '所有 HTTP 請求',
    grpc: '所有 gRPC 呼叫',
    tls: '所有 TLS 連線',
    tcp: '所有 TCP 連線',
    udp: '所有 UDP 封包',
  },
  only: {
    http: 'HTTP，{rest}',
    grpc: 'gRPC，{rest}',
    tls: 'TLS，{rest}',
    tcp: 'TCP，{rest}',
    udp: 'UDP，{rest}',
  },
  path: '路徑 {value}',
  method: '方法 {value}',
  header: '標頭 {value}',
  query: '查詢參數 {value}',
  host: '主機 {value}',
  service: '服務 {value}',
  call: '方法 {value}',
  pattern: '{part} 符合 {value}',
  except: '（{rest} 除外）',
  furtherExcept: '（{rest} 除外）',
  without: '，不含{rest}',
  example: '例如 {rest}',
  comma: '，',
  or: '；',
};

const ZH_HANS: ConditionWords = {
  every: {
    any: '所有请求',
    http: '所有 HTTP 请求',
    grpc: '所有 gRPC 调用',
    tls: '所有 TLS 连接',
    tcp: '所有 TCP 连接',
    udp: '所有 UDP 数据包',
  },
  only: {
    http: 'HTTP，{rest}',
    grpc: 'gRPC，{rest}',
    tls: 'TLS，{rest}',
    tcp: 'TCP，{rest}',
    udp: 'UDP，{rest}',
  },
  path: '路径 {value}',
  method: '方法 {value}',
  header: '标头 {value}',
  query: '查询参数 {value}',
  host: '主机 {value}',
  service: '服务 {value}',
  call: '方法 {value}',
  pattern: '{part} 匹配 {value}',
  except: '（{rest} 除外）',
  furtherExcept: '（{rest} 除外）',
  without: '，不含{rest}',
  example: '例如 {rest}',
  comma: '，',
  or: '；',
};

/** The words in all languages of the page. */
export const CONDITION_WORDS: Readonly<Record<ExplainLanguage, ConditionWords>> = {
  en: EN,
  'zh-Hant': ZH_HANT,
  'zh-Hans': ZH_HANS,
};
