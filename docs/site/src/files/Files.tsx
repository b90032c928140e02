export function Files() {
  return <h1 tabIndex={-1}>A file</h1>;
}
