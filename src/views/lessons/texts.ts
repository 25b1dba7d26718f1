import type { Language } from '../../state/model.ts';
import { en, type LessonTexts } from './texts-en.ts';

const zhHant: LessonTexts = {
  region: '課程',
  number: (n, of) => `第 ${n} 課，共 ${of} 課`,
  goal: '目標',
  leave: '離開課程',
  step: (n, of) => `第 ${n} 步，共 ${of} 步`,
  back: '上一步',
  next: '下一步',
  toQuestion: '問題',
  reset: '還原這一步',
  choices: '答案',
  right: '答對了。',
  wrong: '不太對。',
  tryIt: '換你試試。',
  done: '完成了。',
  links: '規範原文',
  nextLesson: (title) => `下一課：${title}`,
  missing: '無法讀取這一課。',
};

const zhHans: LessonTexts = {
  region: '课程',
  number: (n, of) => `第 ${n} 课，共 ${of} 课`,
  goal: '目标',
  leave: '离开课程',
  step: (n, of) => `第 ${n} 步，共 ${of} 步`,
  back: '上一步',
  next: '下一步',
  toQuestion: '问题',
  reset: '还原这一步',
  choices: '答案',
  right: '答对了。',
  wrong: '不太对。',
  tryIt: '你来试试。',
  done: '完成了。',
  links: '规范原文',
  nextLesson: (title) => `下一课：${title}`,
  missing: '无法读取这一课。',
};

const BY_LANGUAGE: Readonly<Record<Language, LessonTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the lesson views in a language. */
export function lessonTexts(language: Language): LessonTexts {
  return BY_LANGUAGE[language];
}
