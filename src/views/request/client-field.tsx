import { useId } from 'react';
import { editRequest } from '../../state/request.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { ClientSelect } from './client-select.tsx';

/** The field for the client of the request. */
export function ClientField() {
  const texts = useTexts();
  const id = useId();
  const from = useApp((state) => state.request.from);
  return (
    <div className="field client-field">
      <label htmlFor={id}>{texts.request.from}</label>
      <ClientSelect id={id} value={from} gateways onChoose={(value) => editRequest({ from: value })} />
    </div>
  );
}
