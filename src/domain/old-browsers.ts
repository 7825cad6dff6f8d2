/** Chrome 90 to 92 lack `Object.hasOwn`, which the hash library calls. Imported before the library. */
const known: { hasOwn?: unknown } = Object;
if (known.hasOwn === undefined) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey): boolean =>
      Object.prototype.hasOwnProperty.call(object, key),
    configurable: true,
    writable: true,
  });
}

export {};
