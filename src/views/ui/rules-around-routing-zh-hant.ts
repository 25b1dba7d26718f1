import type { WordsAroundRouting } from './rules-around-routing.ts';

/** 不決定請求去向、但課程會提到的規則：許可、政策、符合性。 */
export const RULES_AROUND_ROUTING_ZH_HANT: WordsAroundRouting = {
  'R-423': '除非 allowedRoutes 另有設定，監聽器只接受自己命名空間的路由。',
  'R-425': '每個命名空間都帶有標籤 kubernetes.io/metadata.name，值就是自己的名稱。',
  'R-606': '目標在另一個命名空間的政策，只影響從政策自己的命名空間送出的請求。',
  'R-607': '生產者政策與消費者政策哪一個優先，沒有任何地方寫明；這裡推定由消費者政策取代另一個。',
  'R-608': '其他種類的政策會連同目標一起顯示；不評估它們的作用。',
  'R-801': '功能分為 Core（設定檔中必須支援）、Extended（凡是宣稱支援的，行為都一致）與實作專屬三類。',
  'R-802': '設定檔 MESH-HTTP 的核心是網格中的 HTTPRoute，MESH-GRPC 的核心則是 GRPCRoute。',
  'R-806': '網格的延伸功能；其中逾時上限、重試、鏡像、ReferenceGrant 與狀態，對任何實作都沒有驗證。',
  'R-807':
    '一項測試的所有功能都屬於某個設定檔時，它才計入那個設定檔；消費者路由與叢集 IP 比對的測試，從 1.4 起不屬於任何設定檔。',
};
