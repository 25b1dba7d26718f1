import type { Language } from '../../state/model.ts';

/** The purpose of each snippet. */
export type SnippetWords = Readonly<Record<'service' | 'producer' | 'consumer' | 'grant', string>>;

const BY_LANGUAGE: Readonly<Record<Language, SnippetWords>> = {
  en: {
    service: 'v1',
    producer: 'for every client of a Service of its own namespace',
    consumer: 'for clients of its own namespace, to a Service of another',
    grant: 'lets routes of another namespace refer to Services here',
  },
  'zh-Hant': {
    service: 'v1',
    producer: '生產者路由：適用於自己命名空間的 Service 的所有用戶端',
    consumer: '消費者路由：適用於自己命名空間的用戶端，通往另一個命名空間的 Service',
    grant: '允許另一個命名空間的路由參照這裡的 Service',
  },
  'zh-Hans': {
    service: 'v1',
    producer: '生产者路由：适用于自己命名空间的 Service 的所有客户端',
    consumer: '消费者路由：适用于自己命名空间的客户端，通往另一个命名空间的 Service',
    grant: '允许另一个命名空间的路由引用这里的 Service',
  },
};

/** Returns the texts of the snippets in a language. */
export function snippetWords(language: Language): SnippetWords {
  return BY_LANGUAGE[language];
}
