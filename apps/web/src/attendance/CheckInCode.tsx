import './CheckInCode.css';
import { QrCode, useWords } from '../ui/index.ts';
import { checkInCodeWords } from './check-in-words.ts';

export type CheckInCodeProps = {
  /** Of the page, as this site is told: `/diem-danh#secret`. */
  path: string;
  /** Somebody speaks: the code stands aside. */
  isSmall: boolean;
};

/** The code on the room screen by which delegates say themselves that they are there. */
const CheckInCode = ({ path, isSmall }: CheckInCodeProps) => {
  const words = useWords(checkInCodeWords);
  const address = `${location.origin}${path}`;
  return (
    <figure className={`att-code ${isSmall ? 'small' : ''}`} data-address={address}>
      <QrCode text={address} label={words.label} size="100%" />
      <figcaption>{words.scan}</figcaption>
    </figure>
  );
};
export default CheckInCode;
