/** Gives a file to the browser's own downloads. */
export function Save({
  name,
  of,
  children,
}: {
  readonly name: string;
  readonly of: () => Blob;
  readonly children: string;
}) {
  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(of());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  return (
    <button type="button" onClick={save}>
      {children}
    </button>
  );
}
