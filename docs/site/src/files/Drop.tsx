import { useId, useState, type DragEvent } from 'react';
import { samples, type Sample } from './samples';

/** Where a file is dropped or chosen, or one of an invented agency. */
export function Drop({
  onFile,
  onSample,
}: {
  readonly onFile: (file: File) => void;
  readonly onSample: (sample: Sample) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  }
  return (
    <section
      className={isOver ? 'drop dropping' : 'drop'}
      aria-label="Open a file"
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>
        <Choose onFile={onFile}>Choose a file</Choose> <span>or drop it here</span>
      </p>
      <div role="group" aria-label="Files of an invented agency" className="samples-of">
        <span className="aside">Or try one of an invented agency:</span>
        {samples.map((sample) => (
          <button key={sample.says} type="button" className="link" onClick={() => onSample(sample)}>
            {sample.says}
          </button>
        ))}
      </div>
    </section>
  );
}

/** A button that asks for a file. */
export function Choose({
  accept,
  onFile,
  children,
}: {
  readonly accept?: string;
  readonly onFile: (file: File) => void;
  readonly children: string;
}) {
  const id = useId();
  return (
    <span className="choose">
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again, once it was changed.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <label htmlFor={id}>{children}</label>
    </span>
  );
}
