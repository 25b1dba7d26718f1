import type { MANIFEST_CODES } from '../../findings/codes-manifest.ts';
import { own } from '../../text/own.ts';
import type { MANIFEST_FIXES, MANIFEST_NOTES, SYNTAX_REASONS } from '../en/findings-manifest.ts';
import type { Args } from '../finding-words.ts';

/** 容错解析器的原因，用白话说；不在这里的，就按它自己的话说。 */
const REASONS: Readonly<Record<keyof typeof SYNTAX_REASONS, string>> = {
  'alias-props': '别名（`*name`）不能再有自己的标签或锚点。',
  'bad-alias': '别名的名称要紧跟在 `*` 后面。',
  'bad-directive': '以 `%` 开头的行是指令，而这一行不是有效的指令。',
  'bad-dq-escape': '双引号里的反斜杠是转义序列的开头，而这里写的序列并不存在。请改用单引号。',
  'bad-indent': '缩进不对：请与上面的条目对齐。',
  'bad-prop-order': '标签和锚点要写在值的前面。',
  'bad-scalar-start': '值不能以这个字符开头。请加上引号。',
  'block-as-implicit-key': '嵌套的映射或列表不能和它的键写在同一行。请换行再写。',
  'block-in-flow': '在 `[…]` 或 `{…}` 里，不能写以短横线开头的行，也不能写嵌套的键。',
  'duplicate-key': '同一个映射里，这个键出现了两次。',
  'key-over-1024-chars': '这个键超过 1,024 个字符；是不是少了引号或括号？',
  'missing-char': '这里少了一个字符：引号、逗号、括号或空格。',
  'multiline-implicit-key': '键必须写在同一行；前一行是不是少了冒号？',
  'multiple-anchors': '一个值只能有一个锚点。',
  'multiple-docs': '这里开始了第二份文档；请在它前面加一行 `---`。',
  'multiple-tags': '一个值只能有一个标签。',
  'resource-exhaustion': '嵌套的层数太深。',
  'tag-resolve-failed': '这个值不符合它的标签。',
  'unexpected-token': '这里不该出现这个内容。请检查它前面的缩进是否正确、是否少了引号。',
};

/** 每个与文档文本有关的代码，各有一两句话。 */
export const MANIFEST_SENTENCES_ZH_HANS: Readonly<
  Record<keyof typeof MANIFEST_CODES, (args: Args) => string>
> = {
  'yaml-syntax': ({ reason, detail }) => {
    const known = own(REASONS as Readonly<Record<string, string>>, String(reason));
    return `这不是有效的 YAML。${known ?? `解析器的说明是“${detail}”。`}`;
  },
  'yaml-syntax-more': ({ count }) => `这份文档还有 ${count} 个语法错误；请先修正前面的错误。`,
  'tab-indentation': () => 'YAML 不允许用 Tab 缩进。请改用空格。',
  'duplicate-key': ({ key }) =>
    `同一个映射里，键 \`${key}\` 出现了两次。以最后一个为准；\`kubectl apply\` 会拒绝这份文档。请删掉一个。`,
  'complex-key': () => '键必须是字符串，不能是映射或列表。这一对键值已跳过。',
  'unknown-tag': ({ tag }) => `标签 \`${tag}\` 在这里没有意义；读取这个值时当作没有这个标签。`,
  'alias-unknown': ({ name }) => `这一行之前没有锚点 \`&${name}\`，因此 \`*${name}\` 读作 null。`,
  'alias-to-itself': ({ name }) => `\`*${name}\` 包含了它自己，因此读作 null。`,
  'alias-expansion-too-large': ({ limit }) =>
    `这份文档的别名展开后超过 ${limit} 个值。从这里起的别名都读作 null。`,
  'too-many-aliases': ({ limit }) => `这份文档的锚点与别名超过 ${limit} 个，因此没有读取。请直接写出这些值。`,
  'merge-not-a-mapping': () => '`<<` 用来并入另一个映射的内容；这个值不是映射，已跳过。',
  'nesting-too-deep': ({ limit }) => `这份文档的嵌套超过 ${limit} 层，因此没有读取。`,
  'document-too-large': ({ size, limit }) =>
    `这份文档有 ${size} 个字符，超过上限 ${limit}，因此没有读取。集群也会拒绝它。`,
  'too-many-documents': ({ limit }) => `这里的文档超过 ${limit} 份；从这里起不再读取。请拆成几个文件。`,
  'control-character': ({ character, count }) =>
    `文本里有 ${count} 个 YAML 不允许的控制字符${count === 1 ? `（${character}）` : `（第一个是 ${character}）`}。请删除。`,
  'invalid-utf8': ({ count }) => `文件里有 ${count} 个字符无法解码。请以 UTF-8 保存文件。`,
  'unrendered-template': ({ template }) =>
    `\`${template}\` 是模板，不是资源清单。请先把它渲染出来，例如用 \`helm template\`。`,
  'manifest-is-a-sketch': ({ count }) =>
    `这份文档像文章里的示例一样省略了一部分（${count} 行）。这里把它当作草稿读取：省略的部分视为没有写。`,
  'text-around-manifest': ({ form = '' }) =>
    `这段文本不是纯粹的资源清单（${surroundings(form)}）。已读取其中的资源清单；\`kubectl apply\` 会拒绝这样的文本。`,
  'indentation-lost': () =>
    '这份清单带有行号且没有缩进，从网页复制时可能会这样。这里根据字段名称推测缩进；请检查结果。',
  'line-breaks-lost': () =>
    '这份文档的换行不见了，从网页复制时常会这样。这里根据字段名称推测换行；请检查结果。',
};

/** 相关位置旁的说明。 */
export const MANIFEST_NOTES_ZH_HANS: Readonly<Record<keyof typeof MANIFEST_NOTES, string>> = {
  'duplicate-key-first': '这个键第一次出现在这里',
};

/** 修正的标题。 */
export const MANIFEST_FIXES_ZH_HANS: Readonly<Record<keyof typeof MANIFEST_FIXES, (args: Args) => string>> = {
  'keep-manifest-alone': () => '只保留资源清单',
  'restore-indentation': () => '还原缩进',
  'restore-line-breaks': () => '还原换行',
};

/** Returns the name of the text around a pasted manifest. */
function surroundings(form: string | number): string {
  return own(SURROUNDINGS, String(form)) ?? String(form);
}

const SURROUNDINGS: Readonly<Record<string, string>> = {
  heredoc: 'shell 命令及其 heredoc',
  prompt: '命令行',
  markdown: 'Markdown',
  quote: '引用标记（`>`）',
  diff: 'diff 的标记；读取其新的一侧',
  'no-break-space': '缩进中的不间断空格',
};
