import type { MANIFEST_CODES } from '../../findings/codes-manifest.ts';
import { own } from '../../text/own.ts';
import type { MANIFEST_FIXES, MANIFEST_NOTES, SYNTAX_REASONS } from '../en/findings-manifest.ts';
import type { Args } from '../finding-words.ts';

/** 容錯剖析器的原因，用白話說；不在這裡的，就照它自己的話說。 */
const REASONS: Readonly<Record<keyof typeof SYNTAX_REASONS, string>> = {
  'alias-props': '別名（`*name`）不能再有自己的標籤或錨點。',
  'bad-alias': '別名的名稱要緊跟在 `*` 後面。',
  'bad-directive': '以 `%` 開頭的行是指令，而這一行不是有效的指令。',
  'bad-dq-escape': '雙引號裡的反斜線是跳脫序列的開頭，而這裡寫的序列並不存在。請改用單引號。',
  'bad-indent': '縮排不對：請與上面的項目對齊。',
  'bad-prop-order': '標籤和錨點要寫在值的前面。',
  'bad-scalar-start': '值不能以這個字元開頭。請加上引號。',
  'block-as-implicit-key': '巢狀的對映或清單不能和它的鍵寫在同一行。請換行再寫。',
  'block-in-flow': '在 `[…]` 或 `{…}` 裡，不能寫以破折號開頭的行，也不能寫巢狀的鍵。',
  'duplicate-key': '同一個對映裡，這個鍵出現了兩次。',
  'key-over-1024-chars': '這個鍵超過 1,024 個字元；是不是少了引號或括號？',
  'missing-char': '這裡少了一個字元：引號、逗號、括號或空格。',
  'multiline-implicit-key': '鍵必須寫在同一行；前一行是不是少了冒號？',
  'multiple-anchors': '一個值只能有一個錨點。',
  'multiple-docs': '這裡開始了第二份文件；請在它前面加一行 `---`。',
  'multiple-tags': '一個值只能有一個標籤。',
  'resource-exhaustion': '巢狀的層數太深。',
  'tag-resolve-failed': '這個值不符合它的標籤。',
  'unexpected-token': '這裡不該出現這個內容。請檢查它前面的縮排是否正確、是否少了引號。',
};

/** 每個與文件文字有關的代碼，各有一兩句話。 */
export const MANIFEST_SENTENCES_ZH_HANT: Readonly<
  Record<keyof typeof MANIFEST_CODES, (args: Args) => string>
> = {
  'yaml-syntax': ({ reason, detail }) => {
    const known = own(REASONS as Readonly<Record<string, string>>, String(reason));
    return `這不是有效的 YAML。${known ?? `剖析器的說明是「${detail}」。`}`;
  },
  'yaml-syntax-more': ({ count }) => `這份文件還有 ${count} 個語法錯誤；請先修正前面的錯誤。`,
  'tab-indentation': () => 'YAML 不允許用 Tab 縮排。請改用空格。',
  'duplicate-key': ({ key }) =>
    `同一個對映裡，鍵 \`${key}\` 出現了兩次。以最後一個為準；\`kubectl apply\` 會拒絕這份文件。請刪掉一個。`,
  'complex-key': () => '鍵必須是字串，不能是對映或清單。這一對鍵值已略過。',
  'unknown-tag': ({ tag }) => `標籤 \`${tag}\` 在這裡沒有意義；讀取這個值時當作沒有這個標籤。`,
  'alias-unknown': ({ name }) => `這一行之前沒有錨點 \`&${name}\`，因此 \`*${name}\` 讀作 null。`,
  'alias-to-itself': ({ name }) => `\`*${name}\` 包含了它自己，因此讀作 null。`,
  'alias-expansion-too-large': ({ limit }) =>
    `這份文件的別名展開後超過 ${limit} 個值。從這裡起的別名都讀作 null。`,
  'too-many-aliases': ({ limit }) => `這份文件的錨點與別名超過 ${limit} 個，因此沒有讀取。請直接寫出這些值。`,
  'merge-not-a-mapping': () => '`<<` 用來併入另一個對映的內容；這個值不是對映，已略過。',
  'nesting-too-deep': ({ limit }) => `這份文件的巢狀超過 ${limit} 層，因此沒有讀取。`,
  'document-too-large': ({ size, limit }) =>
    `這份文件有 ${size} 個字元，超過上限 ${limit}，因此沒有讀取。叢集也會拒絕它。`,
  'too-many-documents': ({ limit }) => `這裡的文件超過 ${limit} 份；從這裡起不再讀取。請拆成幾個檔案。`,
  'control-character': ({ character, count }) =>
    `文字裡有 ${count} 個 YAML 不允許的控制字元${count === 1 ? `（${character}）` : `（第一個是 ${character}）`}。請刪除。`,
  'invalid-utf8': ({ count }) => `檔案裡有 ${count} 個字元無法解碼。請以 UTF-8 儲存檔案。`,
  'unrendered-template': ({ template }) =>
    `\`${template}\` 是樣板，不是資源清單。請先產生資源清單，例如用 \`helm template\`。`,
  'manifest-is-a-sketch': ({ count }) =>
    `這份文件像文章裡的範例一樣省略了一部分（${count} 行）。這裡把它當作草稿讀取：省略的部分視為沒有寫。`,
  'text-around-manifest': ({ form = '' }) =>
    `這段文字不是純粹的資源清單（${surroundings(form)}）。已讀取其中的資源清單；\`kubectl apply\` 會拒絕這樣的文字。`,
  'indentation-lost': () =>
    '這份清單帶有行號且沒有縮排，從網頁複製時可能會這樣。這裡根據欄位名稱推測縮排；請檢查結果。',
  'line-breaks-lost': () =>
    '這份文件的換行不見了，從網頁複製時常會這樣。這裡依欄位名稱推測換行；請檢查結果。',
};

/** 相關位置旁的說明。 */
export const MANIFEST_NOTES_ZH_HANT: Readonly<Record<keyof typeof MANIFEST_NOTES, string>> = {
  'duplicate-key-first': '這個鍵第一次出現在這裡',
};

/** 修正的標題。 */
export const MANIFEST_FIXES_ZH_HANT: Readonly<Record<keyof typeof MANIFEST_FIXES, (args: Args) => string>> = {
  'keep-manifest-alone': () => '只保留資源清單',
  'restore-indentation': () => '還原縮排',
  'restore-line-breaks': () => '還原換行',
};

/** Returns the name of the text around a pasted manifest. */
function surroundings(form: string | number): string {
  return own(SURROUNDINGS, String(form)) ?? String(form);
}

const SURROUNDINGS: Readonly<Record<string, string>> = {
  heredoc: 'shell 命令及其 heredoc',
  prompt: '命令列',
  markdown: 'Markdown',
  quote: '引用標記（`>`）',
  diff: 'diff 的標記；讀取其新的一側',
  'no-break-space': '縮排中的不換行空格',
};
