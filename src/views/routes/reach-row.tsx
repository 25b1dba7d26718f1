import { Ban, CircleCheck, CircleDashed, CircleHelp, CornerDownLeft, type LucideIcon } from 'lucide-react';
import type { Reach } from '../../core/analysis/questions/reach.ts';
import type { EntryReachReport } from '../../core/answers/report-reach.ts';
import { namespacedNameIn } from '../../core/ids/ids.ts';
import { visible } from '../../core/text/visible.ts';
import { showResource } from '../../state/show.ts';
import { takeWitness } from '../../state/take-request.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';

const LOOKS: Readonly<Record<Reach, { readonly icon: LucideIcon; readonly tone: string }>> = {
  reachable: { icon: CircleCheck, tone: 'good' },
  partly: { icon: CircleDashed, tone: 'warn' },
  dead: { icon: Ban, tone: 'bad' },
  unknown: { icon: CircleHelp, tone: 'none' },
};

/**
 * The row below an entry: whether requests can reach it, a request to try, or the entries that take all its
 * requests.
 */
export function ReachRow({ entry }: { readonly entry: EntryReachReport }) {
  const { routes: texts, flow } = useAllTexts();
  const { reach, witness, blockers, differentOutcome } = entry;
  const { icon: Icon, tone } = LOOKS[reach];
  return (
    <tr className="reach" data-reach={reach}>
      <td />
      <td colSpan={3}>
        <span className="chip" data-tone={tone} title={texts.reachWhy[reach]}>
          <Icon size={12} aria-hidden />
          {texts.reach[reach]}
        </span>
        {witness !== null && (
          <button
            type="button"
            className="button"
            data-size="small"
            data-look="quiet"
            title={visible(`${witness.method} ${witness.url}`)}
            onClick={() => takeWitness(witness)}
          >
            <CornerDownLeft size={12} aria-hidden />
            {texts.tryIt}
          </button>
        )}
        {blockers.length > 0 && (
          <small>
            {texts.blockers}{' '}
            {blockers.map(({ route, rule, match }) => (
              <button
                key={`${route} ${rule} ${match}`}
                type="button"
                className="link"
                title={visible(route)}
                onClick={() => showResource(route)}
              >
                <code>{visible(namespacedNameIn(route))}</code> {flow.rule(rule)}
              </button>
            ))}
            <span className="quiet">{differentOutcome ? texts.blockedOther : texts.blockedSame}</span>
          </small>
        )}
      </td>
    </tr>
  );
}
