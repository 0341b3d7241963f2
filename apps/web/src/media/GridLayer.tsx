import { useCallback, useEffect, useState } from 'react';
import { KEEP_MS } from './cut.ts';
import { awaitedOf, type GridPicture } from './grid-picture.ts';
import { PictureGrid, type PictureGridProps } from './PictureGrid.tsx';

export { PictureGrid };

export type GridLayerProps = Omit<PictureGridProps, 'picture' | 'onSeen'> & {
  /** Null: the one picture under it is due. */
  picture: GridPicture | null;
  /** That picture runs, so that this one may go. */
  isReadyBelow: boolean;
  /** Told whether it covers what lies under it. */
  onCover: (covers: boolean) => void;
};

/** The picture of now; of several sites the last one, until the one below runs or a second has gone by. */
const useHeld = (picture: GridPicture | null, isReadyBelow: boolean): GridPicture | null => {
  const [held, hold] = useState(picture);
  useEffect(() => {
    if (picture || isReadyBelow) {
      hold(picture);
      return;
    }
    const timer = setTimeout(() => hold(null), KEEP_MS);
    return () => clearTimeout(timer);
  }, [picture, isReadyBelow]);
  return picture ?? held;
};

/** Comes forward when every place has its picture, or after a second; until then what was seen before stays. */
const Layer = ({ onCover, ...props }: PictureGridProps & { onCover: (covers: boolean) => void }) => {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [covers, cover] = useState(false);
  const onSeen = useCallback(
    (key: string, isSeen: boolean) =>
      setSeen((before) => {
        if (before.has(key) === isSeen) return before;
        const others = [...before].filter((id) => id !== key);
        return new Set(isSeen ? [...others, key] : others);
      }),
    [],
  );
  const isWhole = awaitedOf(props.picture).every((key) => seen.has(key));
  useEffect(() => {
    if (isWhole) {
      cover(true);
      return;
    }
    const timer = setTimeout(() => cover(true), KEEP_MS);
    return () => clearTimeout(timer);
  }, [isWhole]);
  useEffect(() => {
    onCover(covers);
    return () => onCover(false);
  }, [covers, onCover]);
  return (
    <div className="media-layer" data-covers={covers}>
      <PictureGrid {...props} onSeen={onSeen} />
    </div>
  );
};

/** Pictures of several sites, over the programme's one picture, which goes on under them. */
export const GridLayer = ({ picture, isReadyBelow, ...props }: GridLayerProps) => {
  const held = useHeld(picture, isReadyBelow);
  return held && <Layer {...props} picture={held} />;
};
