/** A site in a row of a desk: its name, and under it where it is; each on one line, whole in its title. */
export const NamedPlace = ({ name, place }: { name: string; place: string }) => (
  <div className="ui-named-place">
    <p className="ell" title={name}>
      <b>{name}</b>
    </p>
    <p className="small muted ell num" title={place}>
      {place}
    </p>
  </div>
);
