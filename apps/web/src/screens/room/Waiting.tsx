/** One line while something is on its way. */
export const Waiting = ({ children }: { children: string }) => (
  <main className="room-end">
    <div className="room-end-words" role="status">
      <p>{children}</p>
    </div>
  </main>
);
