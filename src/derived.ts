// What follows from a value alone is worked out once: a plan never changes, a change makes another.

/** The same function, which remembers what it has made of each value for as long as that value is in use. */
export function derived<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    const kept = known.get(from) ?? { made: make(from) };
    known.set(from, kept);
    return kept.made;
  };
}
