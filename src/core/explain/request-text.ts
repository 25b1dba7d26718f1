import type { SimRequest } from '../ir/request.ts';

/** Returns a request as text: its method and its URL, such as `GET http://cart.shop/items?page=2`. */
export function requestText({ method, scheme, host, port, portWritten, path, query }: SimRequest): string {
  return `${method} ${scheme}://${host}${portWritten ? `:${port}` : ''}${path}${query === '' ? '' : `?${query}`}`;
}
