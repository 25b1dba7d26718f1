/** the formats of names, as options of text fields. */
export const GROUP = { maxLength: 253, format: 'group' } as const;
export const KIND = { minLength: 1, maxLength: 63, format: 'kind' } as const;
export const OBJECT_NAME = { minLength: 1, maxLength: 253 } as const;
export const NAMESPACE = { minLength: 1, maxLength: 63, format: 'dns-label' } as const;
export const SECTION = { minLength: 1, maxLength: 253, format: 'dns-subdomain' } as const;
