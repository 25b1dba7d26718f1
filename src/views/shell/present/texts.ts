import type { Language } from '../../../state/model.ts';
import { en, type PresentTexts } from './texts-en.ts';

const zhHant: PresentTexts = {
  region: '簡報模式',
  present: '簡報模式',
  hint: '文字放大；空白鍵前往下一步。',
  previous: '上一步',
  next: '下一步',
  from: '來自',
  edit: '變更請求',
  leave: '離開簡報模式',
  start: '全部步驟',
  step: (step, last) => `請求第 ${step} 步，共 ${last} 步`,
  stepInLesson: (step, last) => `請求第 ${step} 步，共 ${last} 步`,
  lesson: (step, count) => `課程第 ${step} 步，共 ${count} 步`,
  end: (next) => (next === null ? '課程結束' : `課程結束，下一課：${next}`),
};

const zhHans: PresentTexts = {
  region: '演示模式',
  present: '演示模式',
  hint: '文字放大；空格键前往下一步。',
  previous: '上一步',
  next: '下一步',
  from: '来自',
  edit: '更改请求',
  leave: '离开演示模式',
  start: '全部步骤',
  step: (step, last) => `请求第 ${step} 步，共 ${last} 步`,
  stepInLesson: (step, last) => `请求第 ${step} 步，共 ${last} 步`,
  lesson: (step, count) => `课程第 ${step} 步，共 ${count} 步`,
  end: (next) => (next === null ? '课程结束' : `课程结束，下一课：${next}`),
};

const BY_LANGUAGE: Readonly<Record<Language, PresentTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the presentation in a language. */
export function presentTexts(language: Language): PresentTexts {
  return BY_LANGUAGE[language];
}
