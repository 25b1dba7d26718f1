import { CornerDownLeft } from 'lucide-react';
import { Fragment } from 'react';
import { rejectionText } from '../../core/answers/rejection-text.ts';
import type { TableReachReport } from '../../core/answers/report-reach.ts';
import type { TableReport } from '../../core/answers/report-tables.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { takeWitness } from '../../state/take-request.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

interface RejectedRowsProps {
  readonly noMatch: TableReport['noMatch'] | TableReachReport['noMatch'];
}

/** The end of a table: the answer to requests that no entry matches, and one request of each kind to try. */
export function RejectedRows({ noMatch }: RejectedRowsProps) {
  const { routes: texts, flow, marks } = useAllTexts();
  const known = 'rejects' in noMatch ? noMatch : null;
  if (known?.rejects === 'none' && noMatch.goesTo === undefined) {
    return (
      <tr className="otherwise" data-rejects="none">
        <td />
        <td colSpan={3}>{texts.takesEverything}</td>
      </tr>
    );
  }
  return (
    <tr className="otherwise" data-rejects={known?.rejects}>
      <td />
      <td>{texts.otherwise}</td>
      <td colSpan={2}>
        {noMatch.goesTo === 'original' ? texts.toOriginal : texts.rejected(rejectionText(noMatch))}
        {known !== null && known.requests.length > 0 && (
          <ul className="rejected">
            {known.requests.map(({ witness, near, lacks }) => (
              <li key={`${witness.method} ${witness.url} ${witness.headers.join()}`}>
                <button
                  type="button"
                  className="button"
                  data-size="small"
                  data-look="quiet"
                  aria-label={`${texts.tryIt}${marks.colon}${witness.method} ${witness.url}`}
                  title={texts.tryIt}
                  onClick={() => takeWitness(witness)}
                >
                  <CornerDownLeft size={12} aria-hidden />
                  <code>{visible(`${witness.method} ${pathOf(witness.url)}`)}</code>
                </button>
                {near !== null && (
                  <small>
                    {texts.lacks(lacks ?? '')}{' '}
                    <button
                      type="button"
                      className="link"
                      title={visible(near.route)}
                      onClick={() => showResource(near.route)}
                    >
                      <code>{visible(namespacedNameIn(near.route))}</code> {flow.rule(near.rule)}
                    </button>
                  </small>
                )}
                {witness.headers.map(([name, value]) => (
                  <Fragment key={name}>
                    {' '}
                    <code className="quiet">{visible(`${name}: ${value}`)}</code>
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** Returns the path of a URL. The table already shows the destination, and a connection has no path. */
function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+(\/.*)$/.exec(url)?.[1] ?? url;
}
