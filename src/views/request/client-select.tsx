import { namespacedName } from '../../core/ids/ids.ts';
import { shownClient } from '../../state/shown-client.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';

interface ClientSelectProps {
  readonly id: string;
  /** The chosen client, offered even if the manifests do not declare it. Null means no client. */
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
  /** The text of the option for no client. Without it a client is required. */
  readonly nobody?: string;
  readonly gateways?: boolean;
}

/** Chooses the client of a request: a namespace, a workload, or a gateway. */
export function ClientSelect({ id, value, onChoose, nobody, gateways = false }: ClientSelectProps) {
  const texts = useTexts();
  const namespaces = useApp((state) => state.view?.clients) ?? [];
  const entrances = useApp((state) => (gateways ? state.view?.entrances : undefined)) ?? [];
  const known =
    !value ||
    namespaces.some(
      ({ namespace, workloads }) =>
        value === namespace || workloads.some((workload) => value === namespacedName(namespace, workload)),
    ) ||
    entrances.some((each) => value === `gateway:${each.gateway}`);
  const none = nobody ?? (namespaces.length === 0 ? texts.request.noClients : '—');
  return (
    <select id={id} className="input" value={value ?? ''} onChange={(event) => onChoose(event.target.value)}>
      {(nobody !== undefined || value === '') && <option value="">{none}</option>}
      {value && !known && <option value={value}>{shownClient(value)}</option>}
      {namespaces.map(({ namespace, workloads }) => (
        <optgroup key={namespace} label={namespace}>
          <option value={namespace}>{namespace}</option>
          {workloads.map((workload) => (
            <option key={workload} value={namespacedName(namespace, workload)}>
              {namespacedName(namespace, workload)}
            </option>
          ))}
        </optgroup>
      ))}
      {entrances.length > 0 && (
        <optgroup label={texts.request.gateways}>
          {entrances.map((each) => (
            <option key={each.gateway} value={`gateway:${each.gateway}`}>
              {texts.request.fromGateway(shownClient(`gateway:${each.gateway}`))}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
