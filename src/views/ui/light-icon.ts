import { createElement, type ReactElement, type SVGProps } from 'react';

/** The data of an icon of lucide-react. */
interface IconData {
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

interface LightIconProps extends SVGProps<SVGSVGElement> {
  /** Width and height in pixels. */
  readonly size?: number | string;
}

/**
 * Returns a component that draws an icon. The build uses it in place of the function of lucide-react that its
 * icons call (vite.config.ts), because the page needs none of the other options.
 */
export default function createLightIcon({ node }: IconData) {
  return ({ size = 24, ...attributes }: LightIconProps): ReactElement =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        ...attributes,
      },
      node.map(([tag, own]) => createElement(tag, own)),
    );
}
